namespace Pipeline.Processing.Queries.Responses;

/// <summary>One page of a listing.</summary>
/// <typeparam name="T">The items' type.</typeparam>
/// <param name="Items">The items.</param>
/// <param name="Next">The cursor of the next page; null where this is the last.</param>
public sealed record PageResponse<T>(IReadOnlyList<T> Items, string? Next);
