namespace Pipeline.Text;

/// <summary>What a block of an article's text is.</summary>
public enum BlockKind
{
    /// <summary>A paragraph of prose.</summary>
    Paragraph,

    /// <summary>A heading inside the body. Summaries never quote it.</summary>
    Heading,

    /// <summary>One item of a list.</summary>
    ListItem,
}

/// <summary>One paragraph, heading or list item of an article's text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it stands in the article's text.</param>
public readonly record struct Block(BlockKind Kind, TextSpan Span);
