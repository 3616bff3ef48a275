namespace Pipeline.Text.Parsing;

/// <summary>A file as it was dropped: its name and its bytes.</summary>
/// <param name="Name">The name, with folders; used for hints only (extension), never trusted.</param>
/// <param name="Content">All bytes of the file.</param>
public sealed record SourceFile(string Name, ReadOnlyMemory<byte> Content);
