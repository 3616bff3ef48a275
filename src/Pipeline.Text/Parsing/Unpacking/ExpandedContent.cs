namespace Pipeline.Text.Parsing.Unpacking;

/// <summary>What a decompressor gave.</summary>
/// <param name="Bytes">All bytes, or those that came before something went wrong.</param>
/// <param name="Rejection">What went wrong; null where nothing did.</param>
internal readonly record struct ExpandedContent(ReadOnlyMemory<byte> Bytes, Rejection? Rejection);
