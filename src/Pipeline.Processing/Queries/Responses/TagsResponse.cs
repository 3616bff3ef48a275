using Pipeline.Text.Tagging;

namespace Pipeline.Processing.Queries.Responses;

/// <summary>An article's tags with their evidence, as they are served.</summary>
/// <param name="Id">The article's id.</param>
/// <param name="Version">The version of the text that the evidence points into.</param>
/// <param name="TaxonomyVersion">The taxonomy that it is tagged with.</param>
/// <param name="Issues">The issues, best first.</param>
/// <param name="Actors">The actors, best first.</param>
public sealed record TagsResponse(
    string Id, string Version, string? TaxonomyVersion, IReadOnlyList<IssueTag> Issues, IReadOnlyList<ActorTag> Actors);
