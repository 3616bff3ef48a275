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
            if (!block.IsHidden && !Caption.IsMatch(block))
            {
                passages.Add(new Passage(block.Kind, block.Text, block.Level));
            }
        }

        return passages;
    }
}
