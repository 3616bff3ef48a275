namespace Pipeline.Text.Parsing;

/// <summary>Why a file, or one item of it, gives no article. Permanent: trying again gives the same.</summary>
/// <param name="Reason">One of <see cref="RejectionReason"/>: stable, for programs.</param>
/// <param name="Detail">What was found and what was expected, for people: one sentence.</param>
public sealed record Rejection(string Reason, string Detail);

/// <summary>The reasons of a <see cref="Rejection"/>.</summary>
public static class RejectionReason
{
    /// <summary>The file has no bytes, or nothing but white space; or it is an archive, and holds no file that could be an article.</summary>
    public const string Empty = "empty";

    /// <summary>The file is longer than the limit.</summary>
    public const string TooLarge = "too-large";

    /// <summary>The bytes are not text, and no format that is read.</summary>
    public const string NotText = "not-text";

    /// <summary>The bytes claim a character encoding that they are not in, or none fits.</summary>
    public const string Undecodable = "undecodable";

    /// <summary>There is text, but no paragraph of prose in it, nor a list or table under a title.</summary>
    public const string NoParagraphs = "no-paragraphs";

    /// <summary>The file is of a known format, but breaks its rules so far that nothing can be read.</summary>
    public const string Malformed = "malformed";

    /// <summary>The file is of a known format that is not read, or uses a part of one that is not.</summary>
    public const string Unsupported = "unsupported";

    /// <summary>The content is encrypted, and can only be read with a password or a key.</summary>
    public const string Encrypted = "encrypted";

    /// <summary>The pages are pictures, without a layer of text.</summary>
    public const string Scanned = "scanned";

    /// <summary>The file expands to more bytes than the limit, or by a larger factor.</summary>
    public const string ExpandsTooFar = "expands-too-far";

    /// <summary>Files within files, or elements within elements, are nested deeper than the limit.</summary>
    public const string TooDeep = "too-deep";

    /// <summary>The file holds more entries, articles or pages than the limit.</summary>
    public const string TooMany = "too-many";

    /// <summary>Reading took longer than the limit.</summary>
    public const string TooSlow = "too-slow";

    /// <summary>The publisher has withdrawn the article: it is cancelled, or not to be used.</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>Gets all reasons, in ordinal order.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Empty, Encrypted, ExpandsTooFar, Malformed, NoParagraphs, NotText, Scanned, TooDeep, TooLarge, TooMany, TooSlow, Undecodable, Unsupported, Withdrawn,
    ];
}
