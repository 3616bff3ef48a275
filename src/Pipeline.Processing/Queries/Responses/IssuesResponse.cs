namespace Pipeline.Processing.Queries.Responses;

/// <summary>The issues that can be asked for, as they are served.</summary>
/// <param name="TaxonomyVersion">The taxonomy in force.</param>
/// <param name="Date">The day whose articles are counted; null for all time.</param>
/// <param name="Issues">The issues, most articles first.</param>
public sealed record IssuesResponse(string TaxonomyVersion, DateOnly? Date, IReadOnlyList<IssueCountResponse> Issues);

/// <summary>An issue with the number of its articles.</summary>
/// <param name="Id">The concept's id.</param>
/// <param name="Label">Its preferred label; null where the taxonomy in force has it no more.</param>
/// <param name="Articles">The number of articles.</param>
/// <param name="Medtop">The IPTC Media Topic.</param>
/// <param name="Wikidata">The Wikidata item.</param>
public sealed record IssueCountResponse(string Id, string? Label, long Articles, string? Medtop, string? Wikidata);
