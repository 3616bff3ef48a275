using Pipeline.Text.Parsing.Elements;

namespace Pipeline.Text.Parsing.Html.Blocks;

/// <summary>Tells captions of pictures from text.</summary>
internal static class Caption
{
    // How deep the text of a caption stands in it, and how long it is at most. Chosen.
    private const int Levels = 4;
    private const int MaxLength = 300;

    /// <summary>Tells whether a block is marked as a caption, or stands right behind a picture and is in italics or has a credit.</summary>
    public static bool IsMatch(HtmlBlock block) =>
        IsMarked(block) || (block is { FollowsMedia: true, Text.Length: <= MaxLength } && (block.ItalicLength >= block.Text.Length || PhotoCredit.IsIn(block.Text)));

    /// <summary>Tells whether the markup calls a block a caption.</summary>
    public static bool IsMarked(HtmlBlock block)
    {
        var element = block.Element;
        for (var level = 0; level < Levels && element is not null; level++, element = element.ParentElement)
        {
            if (element.LocalName == "figcaption" || (element.ClassName is { } names && names.Contains("caption-text", StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }
}
