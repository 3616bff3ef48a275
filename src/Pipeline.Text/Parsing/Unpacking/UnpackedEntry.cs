namespace Pipeline.Text.Parsing.Unpacking;

/// <summary>A file within a file, or why it gives none. Exactly one of <see cref="File"/> and <see cref="Rejection"/> is set.</summary>
internal sealed record UnpackedEntry
{
    private UnpackedEntry(string? itemId, SourceFile? file, Rejection? rejection)
    {
        ItemId = itemId;
        File = file;
        Rejection = rejection;
    }

    /// <summary>Gets what names the entry in its file, never its position; null where the entry is all there is, as in gzip.</summary>
    public string? ItemId { get; }

    /// <summary>Gets the file.</summary>
    public SourceFile? File { get; }

    /// <summary>Gets why there is no file.</summary>
    public Rejection? Rejection { get; }

    public static UnpackedEntry Of(SourceFile file, string? itemId) => new(itemId, file, null);

    public static UnpackedEntry Rejected(Rejection rejection, string? itemId) => new(itemId, null, rejection);

    public static UnpackedEntry Rejected(string reason, string detail, string? itemId) => Rejected(new Rejection(reason, detail), itemId);
}
