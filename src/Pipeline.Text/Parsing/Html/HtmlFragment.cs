using Pipeline.Text.Parsing.Elements;
using Pipeline.Text.Parsing.Html.Blocks;

namespace Pipeline.Text.Parsing.Html;

/// <summary>
/// Reads a piece of HTML that is text throughout, as feeds, mails and interfaces hold it: nothing is taken for boilerplate.
/// What the markup hides, scripts, styles, pictures with their captions and controls are left out.
/// </summary>
internal static class HtmlFragment
{
    // What browsers keep to.
    private const int MaxDepth = 512;

    // How deep the text of a caption stands in it, and how long it is at most. Chosen.
    private const int CaptionLevels = 4;
    private const int MaxCaptionLength = 300;

    /// <summary>Returns the passages of a piece of HTML in order.</summary>
    /// <param name="html">The markup; plain text and whole pages do too. Of what is nested deeper than browsers allow, or has far too many tags, the text is one passage.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>Passages of one normalised line each; empty where nothing visible is in the markup.</returns>
    public static IReadOnlyList<Passage> Read(string html, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (MarkupDepth.Check(html, MaxDepth, cancellationToken) != MarkupExcess.None)
        {
            return OneLine.OfMarkup(html) is { } line ? [new Passage(BlockKind.Paragraph, line)] : [];
        }

        using var document = HtmlParsing.CreateParser().ParseDocument(html);
        if (document.Body is not { } body)
        {
            return [];
        }

        var passages = new List<Passage>();
        foreach (var block in BlockReader.Read(body, cancellationToken))
        {
            if (!block.IsHidden && !IsCaption(block))
            {
                passages.Add(new Passage(block.Kind, block.Text, block.Level));
            }
        }

        return passages;
    }

    /// <summary>Tells whether a block is a picture's caption: marked as one, or right behind a picture and in italics, or with a credit.</summary>
    private static bool IsCaption(HtmlBlock block)
    {
        var element = block.Element;
        for (var level = 0; level < CaptionLevels && element is not null; level++, element = element.ParentElement)
        {
            if (element.LocalName == "figcaption" || (element.ClassName is { } names && names.Contains("caption-text", StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return block is { FollowsMedia: true, Text.Length: <= MaxCaptionLength } && (block.ItalicLength >= block.Text.Length || PhotoCredit.IsIn(block.Text));
    }
}
