namespace Pipeline.Text.Parsing;

/// <summary>A file as it was dropped: its name and its bytes.</summary>
/// <param name="Name">The name, with folders; used for hints only (extension), never trusted.</param>
/// <param name="Content">All bytes of the file.</param>
public sealed record SourceFile(string Name, ReadOnlyMemory<byte> Content)
{
    /// <summary>Gets when the file came, or null where that is not known. No article of it can be published later: such dates are taken as misread.</summary>
    public DateTimeOffset? Received { get; init; }

    /// <summary>Gets the address that the content was fetched from, where what carries the file says so (a web archive does).</summary>
    public string? Address { get; init; }

    /// <summary>Gets the media type with its parameters, where what carries the file declares it: a hint, as the name is.</summary>
    public string? MediaType { get; init; }
}
