using System.Diagnostics.CodeAnalysis;

namespace Pipeline.Text.Parsing.Decoding;

/// <summary>What the bytes of a file say as text, or why they say nothing. Exactly one of the two is set.</summary>
/// <param name="Text">The characters as the file has them: not yet normalised.</param>
/// <param name="Rejection">Why there is no text.</param>
internal readonly record struct DecodedText(string? Text, Rejection? Rejection)
{
    /// <summary>Gets a value indicating whether there is text.</summary>
    [MemberNotNullWhen(true, nameof(Text))]
    [MemberNotNullWhen(false, nameof(Rejection))]
    public bool IsText => Text is not null;

    public static DecodedText Read(string text) => new(text, null);

    public static DecodedText NotText(string detail) => new(null, new Rejection(RejectionReason.NotText, detail));

    public static DecodedText Undecodable(string detail) => new(null, new Rejection(RejectionReason.Undecodable, detail));
}
