using Pipeline.Text.Parsing.Structure;

namespace Pipeline.Text.Parsing.PlainText;

/// <summary>
/// How a file breaks its lines: one paragraph a line, or wrapped at a column. Wrapped text is known by lines that end in
/// the middle of a sentence, or, in scripts without capitals, by lines that are all full.
/// </summary>
/// <param name="IsWrapped">Whether a paragraph may go over several lines.</param>
/// <param name="Width">The column of the wrap, in UTF-16 code units.</param>
/// <param name="Slack">How far before that column a full line may end: 0 where a word always goes on the line where it fits.</param>
/// <param name="HasBlankLines">Whether blank lines part the paragraphs, so that line lengths need not.</param>
internal sealed record WrapLayout(bool IsWrapped, int Width, int Slack, bool HasBlankLines)
{
    // Wrapping is at 60 to 80 columns mostly; past this a line is a paragraph. Chosen.
    private const int MaxWidth = 130;
    private const int MinWidth = 30;

    // In wrapped English three line breaks of four fall inside a sentence before a small letter, in German half of them;
    // with a paragraph a line hardly any. Chosen in the middle.
    private const double MinContinued = 0.3;
    private const double MinFull = 0.7;

    // Paragraphs of wrapped news have 3 to 10 lines; a longer run holds several. Chosen.
    private const int MaxParagraphLines = 25;

    private static readonly WrapLayout ParagraphPerLine = new(false, 0, 0, true);

    /// <summary>Finds out the layout of a file.</summary>
    public static WrapLayout Detect(IReadOnlyList<TextLine> lines)
    {
        var (widths, runs, longest) = Survey(lines);
        if (widths.Count == 0)
        {
            return ParagraphPerLine;
        }

        widths.Sort();
        var width = widths[(int)(0.95 * (widths.Count - 1) + 0.5)];
        var (continued, full, exact) = (0, 0, 0);
        foreach (var (line, next) in Pairs(lines))
        {
            var isFull = IsFull(line, next, width, 0);
            full += isFull ? 1 : 0;
            if (Continues(line, next))
            {
                continued++;
                exact += isFull ? 1 : 0;
            }
        }

        var wrapped = width is >= MinWidth and <= MaxWidth
            && (continued >= MinContinued * widths.Count || (widths.Count >= 4 && full >= MinFull * widths.Count));
        return wrapped
            ? new WrapLayout(true, width, exact >= 0.9 * continued ? 0 : width / 6, runs > 1 && longest <= MaxParagraphLines)
            : ParagraphPerLine;
    }

    /// <summary>Tells whether the next line's first word did not fit on the line, so that the break between them says nothing.</summary>
    public bool IsFull(TextLine line, TextLine next) => IsFull(line, next, Width, Slack);

    /// <summary>Tells whether a sentence goes on from one line to the next.</summary>
    public static bool Continues(TextLine line, TextLine next) =>
        char.IsLower(next.Text[0]) && !SentenceShape.EndsSentence(line.Text);

    private static bool IsFull(TextLine line, TextLine next, int width, int slack)
    {
        var space = next.Text.IndexOf(' ', StringComparison.Ordinal);
        var unspaced = SentenceShape.IsUnspaced(next.Text[0]);
        var word = unspaced ? 0 : space < 0 ? next.Text.Length : space;
        return line.Width + word + 1 > width - slack;
    }

    /// <summary>Collects the widths of lines that another follows at once, and counts the runs of several lines.</summary>
    private static (List<int> Widths, int Runs, int Longest) Survey(IReadOnlyList<TextLine> lines)
    {
        var widths = new List<int>();
        int runs = 0, longest = 0, length = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            length = lines[i].IsBlank ? 0 : length + 1;
            longest = Math.Max(longest, length);
            runs += length == 2 ? 1 : 0;
            if (length > 0 && i + 1 < lines.Count && !lines[i + 1].IsBlank)
            {
                widths.Add(lines[i].Width);
            }
        }

        return (widths, runs, longest);
    }

    private static IEnumerable<(TextLine Line, TextLine Next)> Pairs(IReadOnlyList<TextLine> lines)
    {
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (!lines[i].IsBlank && !lines[i + 1].IsBlank)
            {
                yield return (lines[i], lines[i + 1]);
            }
        }
    }
}
