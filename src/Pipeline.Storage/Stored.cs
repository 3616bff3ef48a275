namespace Pipeline.Storage;

/// <summary>A stored value and the ETag that it was read or written with.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="Value">The value.</param>
/// <param name="Tag">The ETag of its row.</param>
public sealed record Stored<T>(T Value, string Tag);
