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

    /// <summary>A paragraph that quotes somebody at length, set apart from the prose.</summary>
    Quote,

    /// <summary>One row of a table: its cells in order, joined by <c> | </c>.</summary>
    TableRow,
}

/// <summary>One paragraph, heading, list item, quote or table row of an article's text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it stands in the article's text.</param>
public readonly record struct Block(BlockKind Kind, TextSpan Span);
