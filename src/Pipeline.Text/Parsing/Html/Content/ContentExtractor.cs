using AngleSharp.Html.Dom;
using Pipeline.Text.Parsing.Elements;
using Pipeline.Text.Parsing.Html.Blocks;

namespace Pipeline.Text.Parsing.Html.Content;

/// <summary>Finds the article among the blocks of a page. Safe for use by several threads.</summary>
/// <param name="model">What was learned of such blocks.</param>
internal sealed class ContentExtractor(ContentModel model)
{
    // Chosen by cross-validation, as the best balance of what is found and what is right.
    private const float Threshold = 0.4f;

    // Where hardly anything is sure, the likeliest is better than nothing.
    private const float LowThreshold = 0.15f;
    private const int FewWords = 40;

    // By how much the text in the structured data must surpass the visible one to be taken in its place. Chosen.
    private const int BodyFactor = 2;

    private static readonly Lazy<ContentExtractor> Shared = new(() => new ContentExtractor(ContentModel.Load()));

    /// <summary>Gets the extractor with the model that ships in the assembly.</summary>
    public static ContentExtractor Default => Shared.Value;

    /// <summary>Returns the passages of the article in order.</summary>
    /// <param name="document">The page.</param>
    /// <param name="facts">What it says of its article outside the text.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public IReadOnlyList<Passage> Extract(IHtmlDocument document, PageFacts facts, CancellationToken cancellationToken)
    {
        var blocks = document.Body is { } body ? BlockReader.Read(body, cancellationToken) : [];
        var page = PageBlocks.Read(blocks, model.Names, model.Words, cancellationToken);
        var probabilities = model.Judge(page, facts, cancellationToken);
        var (passages, words) = Select(page, probabilities, Threshold);
        if (words < FewWords)
        {
            (passages, words) = Select(page, probabilities, LowThreshold);
        }

        return facts.Body.Length > 0 && Structured(facts.Body, words, cancellationToken) is { } structured ? structured : passages;
    }

    private static (List<Passage> Passages, int Words) Select(PageBlocks page, float[] probabilities, float threshold)
    {
        var kept = new bool[probabilities.Length];
        for (var i = 0; i < kept.Length; i++)
        {
            kept[i] = probabilities[i] >= threshold && !LabelledBoxes.Hold(page, page.Blocks[i]) && !IsShoutedLink(page.Blocks[i].Block) && !Caption.IsMarked(page.Blocks[i].Block);
        }

        DropEmptySections(page, kept);
        var passages = new List<Passage>();
        var words = 0;
        for (var i = 0; i < kept.Length; i++)
        {
            if (kept[i])
            {
                var block = page.Blocks[i].Block;
                passages.Add(new Passage(block.Kind, block.Text, block.Level));
                words += page.Blocks[i].Shape.Words;
            }
        }

        return (passages, words);
    }

    /// <summary>Tells a paragraph that is one link in capitals: what outlets put between paragraphs to lead to another article.</summary>
    private static bool IsShoutedLink(HtmlBlock block) =>
        block.Kind == BlockKind.Paragraph && block.LinkLength == block.Text.Length && block.Text.Contains(' ', StringComparison.Ordinal)
        && block.Text.Any(char.IsUpper) && !block.Text.Any(char.IsLower);

    /// <summary>Drops headings whose own text was dropped: what follows them is the end, or a heading that is not below them.</summary>
    private static void DropEmptySections(PageBlocks page, bool[] kept)
    {
        var next = -1;
        for (var i = kept.Length - 1; i >= 0; i--)
        {
            if (!kept[i])
            {
                continue;
            }

            var block = page.Blocks[i].Block;
            var isEmpty = block.Kind == BlockKind.Heading
                && (next < 0 || (next > i + 1 && page.Blocks[next].Block is { Kind: BlockKind.Heading } heading && heading.Level <= block.Level));
            kept[i] = !isEmpty;
            next = isEmpty ? next : i;
        }
    }

    /// <summary>Returns the article's text from the structured data, where the page shows much less: it loads it, or keeps it for who pays.</summary>
    private static List<Passage>? Structured(string body, int visibleWords, CancellationToken cancellationToken)
    {
        if (TextShape.Of(body).Words < Math.Max(FewWords, visibleWords * BodyFactor))
        {
            return null;
        }

        if (body.Contains("</", StringComparison.Ordinal))
        {
            return [.. HtmlFragment.Read(body, cancellationToken)];
        }

        return [.. body.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(OneLine.FoldMarkup).Where(line => line.Length > 0).Select(line => new Passage(BlockKind.Paragraph, line))];
    }
}
