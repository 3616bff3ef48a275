using AngleSharp.Dom;

namespace Pipeline.Text.Parsing.Html.Blocks;

/// <summary>What the elements around a text say of it.</summary>
/// <param name="Element">The innermost element of block level.</param>
internal readonly record struct BlockScope(IElement Element)
{
    /// <summary>Gets the level of the heading that the text is in, or 0.</summary>
    public int HeadingLevel { get; init; }

    /// <summary>Gets the list item that the text is in.</summary>
    public IElement? ListItem { get; init; }

    /// <summary>Gets a value indicating whether the text is in a quotation that is set apart.</summary>
    public bool IsQuote { get; init; }

    /// <summary>Gets a value indicating whether the text is in a link.</summary>
    public bool IsLink { get; init; }

    /// <summary>Gets a value indicating whether the text is bold.</summary>
    public bool IsBold { get; init; }

    /// <summary>Gets a value indicating whether the text is in italics.</summary>
    public bool IsItalic { get; init; }

    /// <summary>Gets a value indicating whether the text is not shown.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Gets a value indicating whether line ends in the text count.</summary>
    public bool IsPreformatted { get; init; }

    /// <summary>Gets a value indicating whether the text is in a row of a table of data.</summary>
    public bool IsInRow { get; init; }

    /// <summary>Gets a value indicating whether the rows to come are those of a table of data.</summary>
    public bool IsDataTable { get; init; }
}
