namespace Pipeline.Processing.Queries.Responses;

/// <summary>The articles whose texts are nearly the same as an article's, as they are served.</summary>
/// <param name="Id">The article's id.</param>
/// <param name="Cluster">The id that they share; null where there are none.</param>
/// <param name="Items">The other articles, the most similar first.</param>
public sealed record DuplicatesResponse(string Id, string? Cluster, IReadOnlyList<DuplicateResponse> Items);

/// <summary>An article that is nearly the same as another.</summary>
/// <param name="Id">The article's id.</param>
/// <param name="Title">The title.</param>
/// <param name="Source">The publisher or agency.</param>
/// <param name="Published">The day of publication in the article's own zone.</param>
/// <param name="Resemblance">About which share of their runs of three words the two have in common, from 0 to 1.</param>
public sealed record DuplicateResponse(string Id, string? Title, string? Source, DateOnly? Published, double Resemblance);
