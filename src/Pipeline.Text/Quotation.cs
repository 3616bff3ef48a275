namespace Pipeline.Text;

/// <summary>Words of somebody within an article's text.</summary>
/// <param name="Span">Where the words stand in the article's text, without the quotation marks.</param>
/// <param name="Speaker">Where the one who says them is named, as near to the words as the text does it; null where it does not.</param>
public sealed record Quotation(TextSpan Span, TextSpan? Speaker);
