namespace Pipeline.Text.Parsing;

/// <summary>Why a file, or one item of it, gives no article. Permanent: trying again gives the same.</summary>
/// <param name="Reason">One of <see cref="RejectionReason"/>: stable, for programs.</param>
/// <param name="Detail">What was found and what was expected, for people: one sentence.</param>
public sealed record Rejection(string Reason, string Detail);

/// <summary>The reasons of a <see cref="Rejection"/>.</summary>
public static class RejectionReason
{
    /// <summary>The file has no bytes, or nothing but white space.</summary>
    public const string Empty = "empty";

    /// <summary>The file is longer than the limit.</summary>
    public const string TooLarge = "too-large";

    /// <summary>The bytes are not text, and no format that is read.</summary>
    public const string NotText = "not-text";

    /// <summary>The bytes claim a character encoding that they are not in, or none fits.</summary>
    public const string Undecodable = "undecodable";

    /// <summary>There is text, but no paragraph of prose in it.</summary>
    public const string NoParagraphs = "no-paragraphs";
}
