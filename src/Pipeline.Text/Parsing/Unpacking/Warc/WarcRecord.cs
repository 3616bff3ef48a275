namespace Pipeline.Text.Parsing.Unpacking.Warc;

/// <summary>A record of a web archive, or a place where none can be read.</summary>
/// <param name="Fields">The record's header; null where there is none.</param>
/// <param name="Content">The content; it is gone with the step to the next record.</param>
/// <param name="Problem">Why the record cannot be read; null where it can.</param>
/// <param name="Fingerprint">A hash of the bytes where the record should begin: what names it where it has no header.</param>
internal sealed record WarcRecord(HeaderFields? Fields, ReadOnlyMemory<byte> Content, Rejection? Problem, string Fingerprint)
{
    /// <summary>Gets the type, lower case: <c>response</c>; empty where none is stated.</summary>
    public string Type => Fields?["WARC-Type"]?.ToLowerInvariant() ?? "";

    /// <summary>Gets the address that the content was fetched from; null where none is stated.</summary>
    public string? TargetUri => Fields?["WARC-Target-URI"]?.Trim('<', '>', ' ') is { Length: > 0 } uri ? uri : null;

    /// <summary>Gets what names the record in its file: its address, else its own id, else the fingerprint.</summary>
    public string ItemId => TargetUri ?? Fields?["WARC-Record-ID"]?.Trim('<', '>', ' ') switch
    {
        { Length: > 0 } id => id,
        _ => Fingerprint,
    };
}
