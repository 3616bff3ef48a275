namespace Pipeline.Processing.Queries.Responses;

/// <summary>One page of a listing.</summary>
/// <typeparam name="T">The items' type.</typeparam>
/// <param name="Items">The items.</param>
/// <param name="Next">The cursor of the next page; null where this is the last.</param>
/// <param name="Partial">True where the budget of reads ended the page before it was full, so that there may be more behind it; null otherwise.</param>
public sealed record PageResponse<T>(IReadOnlyList<T> Items, string? Next, bool? Partial = null);
