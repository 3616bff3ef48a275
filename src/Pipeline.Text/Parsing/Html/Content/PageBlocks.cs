using Pipeline.Text.Parsing.Html.Blocks;

namespace Pipeline.Text.Parsing.Html.Content;

/// <summary>The blocks of a page with their facts, and what they add up to.</summary>
internal sealed class PageBlocks
{
    // How far up the text of a block counts for what holds it.
    private const int NearLevels = 2;

    private PageBlocks(IReadOnlyList<BlockFacts> blocks)
    {
        Blocks = blocks;
        foreach (var block in blocks)
        {
            Words += block.Shape.Words;
            ProseWords += block.IsProse ? block.Shape.Words : 0;
            ProseBlocks += block.IsProse ? 1 : 0;
        }
    }

    public IReadOnlyList<BlockFacts> Blocks { get; }

    public int Words { get; }

    public int ProseWords { get; }

    public int ProseBlocks { get; }

    /// <summary>Gets the element that holds most prose close to itself; null on a page without prose.</summary>
    public ElementFacts? Anchor { get; private set; }

    /// <summary>Gets, for each block, how many blocks have the same text.</summary>
    public IReadOnlyDictionary<string, int> Repeats { get; private set; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Gets how many elements that hold text share a name and classes.</summary>
    public IReadOnlyDictionary<uint, (int Count, int Words)> Kinds { get; private set; } = new Dictionary<uint, (int Count, int Words)>();

    /// <summary>Reads the facts of a page's blocks.</summary>
    /// <param name="blocks">The blocks in order.</param>
    /// <param name="names">What was learned of the words in names.</param>
    /// <param name="wordScores">What was learned of the words in texts.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public static PageBlocks Read(IReadOnlyList<HtmlBlock> blocks, NameScores names, WordScores wordScores, CancellationToken cancellationToken)
    {
        var map = new ElementFactsMap(names);
        var facts = new BlockFacts[blocks.Count];
        var repeats = new Dictionary<string, int>(StringComparer.Ordinal);
        var elements = new List<ElementFacts>();
        for (var i = 0; i < facts.Length; i++)
        {
            if (i % 256 == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            facts[i] = new BlockFacts(blocks[i], map.Of(blocks[i].Element), wordScores);
            Count(facts[i], i, elements);
            repeats[blocks[i].Text] = repeats.GetValueOrDefault(blocks[i].Text) + 1;
        }

        var kinds = new Dictionary<uint, (int Count, int Words)>();
        ElementFacts? anchor = null;
        foreach (var element in elements)
        {
            var (count, words) = kinds.GetValueOrDefault(element.Signature);
            kinds[element.Signature] = (count + 1, words + element.Words);
        }

        foreach (var block in facts)
        {
            for (var (element, level) = (block.Element, 0); level <= NearLevels && element is not null; (element, level) = (element.Parent, level + 1))
            {
                anchor = element.NearProseWords > (anchor?.NearProseWords ?? 0) ? element : anchor;
            }
        }

        return new PageBlocks(facts) { Anchor = anchor, Repeats = repeats, Kinds = kinds };
    }

    private static void Count(BlockFacts block, int index, List<ElementFacts> elements)
    {
        var level = 0;
        for (var element = block.Element; element is not null; element = element.Parent, level++)
        {
            if (element.FirstBlock < 0)
            {
                element.FirstBlock = index;
                elements.Add(element);
            }

            element.Blocks++;
            element.Words += block.Shape.Words;
            element.LinkWords += block.Shape.Words * block.LinkDensity;
            if (block.IsProse)
            {
                element.ProseWords += block.Shape.Words;
                element.ProseBlocks++;

                // What is further away counts less, so that the innermost element that holds it all comes out first.
                element.NearProseWords += level switch { 1 => block.Shape.Words * 2, 2 => block.Shape.Words, 0 => block.Shape.Words, _ => 0 };
            }
        }
    }
}
