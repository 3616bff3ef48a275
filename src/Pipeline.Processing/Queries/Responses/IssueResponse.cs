namespace Pipeline.Processing.Queries.Responses;

/// <summary>An issue of an article, as it is served.</summary>
/// <param name="Id">The concept's id.</param>
/// <param name="Label">Its preferred label; null where the taxonomy in force has it no more.</param>
/// <param name="Score">How strongly the article is about it, from 0 to 1.</param>
/// <param name="Medtop">The IPTC Media Topic.</param>
/// <param name="Wikidata">The Wikidata item.</param>
public sealed record IssueResponse(string Id, string? Label, double Score, string? Medtop, string? Wikidata);
