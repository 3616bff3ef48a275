using AngleSharp.Dom;

namespace Pipeline.Text.Parsing.Html.Blocks;

/// <summary>A run of text of a page that stands for itself: a paragraph, a heading, a list item, a table row; and where it stands.</summary>
/// <param name="Kind">What its elements say that it is.</param>
/// <param name="Text">Its text: one line, normalised; never empty.</param>
/// <param name="Level">The level of a heading, from 1; 0 for all else.</param>
/// <param name="Element">The innermost element of block level that holds the text.</param>
internal sealed record HtmlBlock(BlockKind Kind, string Text, int Level, IElement Element)
{
    /// <summary>Gets how many characters of the text stand in links.</summary>
    public int LinkLength { get; init; }

    /// <summary>Gets how many characters of the text are bold.</summary>
    public int BoldLength { get; init; }

    /// <summary>Gets how many characters of the text are in italics.</summary>
    public int ItalicLength { get; init; }

    /// <summary>Gets a value indicating whether a picture, a video or a frame stands between this block and the one before it.</summary>
    public bool FollowsMedia { get; init; }

    /// <summary>Gets a value indicating whether a rule stands between this block and the one before it.</summary>
    public bool FollowsRule { get; init; }

    /// <summary>Gets a value indicating whether the page hides the text, as far as the markup says so.</summary>
    public bool IsHidden { get; init; }
}
