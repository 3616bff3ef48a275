namespace Pipeline.Processing.Queries.Responses;

/// <summary>What leads among the articles of an issue over a range of days, as it is served.</summary>
/// <param name="Issue">The concept's id; null for all articles.</param>
/// <param name="From">The first day; null for no bound.</param>
/// <param name="To">The last day, included; null for no bound.</param>
/// <param name="Articles">The number of articles.</param>
/// <param name="Actors">The leading actors, the most articles first.</param>
/// <param name="Issues">The issues that most of these articles are also about.</param>
/// <param name="Sources">The publishers and agencies that most of them are from.</param>
public sealed record LeadingResponse(
    string? Issue,
    DateOnly? From,
    DateOnly? To,
    long Articles,
    IReadOnlyList<ActorCountResponse> Actors,
    IReadOnlyList<IssueCountResponse> Issues,
    IReadOnlyList<SourceCountResponse> Sources);

/// <summary>An actor with the number of articles in which it is among the leading ones.</summary>
/// <param name="Id">The id by which listings take it: the Wikidata item in small letters, or the name's key.</param>
/// <param name="Name">The name.</param>
/// <param name="Wikidata">The Wikidata item; null where the actor is not known.</param>
/// <param name="Articles">The number of articles.</param>
public sealed record ActorCountResponse(string Id, string Name, string? Wikidata, long Articles);

/// <summary>A publisher or agency with the number of its articles.</summary>
/// <param name="Name">The name.</param>
/// <param name="Articles">The number of articles.</param>
public sealed record SourceCountResponse(string Name, long Articles);
