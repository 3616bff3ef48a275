namespace Pipeline.Storage;

/// <summary>A page of all that a store holds, in an order that stays the same.</summary>
/// <typeparam name="T">The type of what it holds.</typeparam>
/// <param name="Items">What is on the page; there may be nothing on it, and still a next one.</param>
/// <param name="Next">The token of the next page, good as long as the store is there; null where this is the last.</param>
public sealed record StoragePage<T>(IReadOnlyList<T> Items, string? Next);
