using Pipeline.Text.Parsing.Elements;
using Pipeline.Text.Parsing.Html.Blocks;

namespace Pipeline.Text.Parsing.Html.Content;

/// <summary>What a block shows by itself and by where it stands.</summary>
internal sealed class BlockFacts
{
    // What a paragraph has at least; less is a line. Chosen.
    private const int MinProseWords = 10;

    /// <summary>Reads the facts of a block.</summary>
    public BlockFacts(HtmlBlock block, ElementFacts element, WordScores words)
    {
        Block = block;
        Element = element;
        Shape = TextShape.Of(block.Text);
        LinkDensity = (float)block.LinkLength / block.Text.Length;
        Cues = PhraseCues.Find(block.Text);
        EdgeCues = PhraseCues.FindAtEdges(block.Text);
        Words = words.Of(block.Text);
        EndsSentence = SentenceShape.EndsSentence(block.Text);
        IsProse = !block.IsHidden && block.Kind is not (BlockKind.Heading or BlockKind.TableRow) && Shape.Words >= MinProseWords && LinkDensity < 0.5f
            && (EndsSentence || Shape.Words >= 2 * MinProseWords) && (Shape.FunctionWords * 8 >= Shape.Words || Shape.Terminators > 0);
    }

    public HtmlBlock Block { get; }

    public ElementFacts Element { get; }

    public TextShape Shape { get; }

    public float LinkDensity { get; }

    /// <summary>Gets the phrases in it, as bits by <see cref="PhraseCue"/>.</summary>
    public int Cues { get; }

    /// <summary>Gets the phrases at its start and end, as bits by <see cref="EdgeCue"/>.</summary>
    public int EdgeCues { get; }

    /// <summary>Gets what its words say.</summary>
    public WordScore Words { get; }

    public bool EndsSentence { get; }

    /// <summary>Gets a value indicating whether it is a paragraph of running text.</summary>
    public bool IsProse { get; }
}
