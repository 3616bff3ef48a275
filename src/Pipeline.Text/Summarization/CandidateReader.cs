using Pipeline.Text.Parsing.Elements;
using Pipeline.Text.Sentences;

namespace Pipeline.Text.Summarization;

/// <summary>Reads the sentences of an article that may go into a summary.</summary>
internal static class CandidateReader
{
    /// <summary>The most sentences that are read: news is shorter, and what matters stands first.</summary>
    public const int MaxSentences = 1000;

    /// <summary>The longest sentence that is quoted; a longer one is cut after a word. In UTF-16 code units.</summary>
    public const int MaxSentenceLength = 1000;

    // Fewer words and no full stop: a caption, a label, a date line.
    private const int MinimumFragmentWords = 8;
    private const int MinimumWords = 3;

    // A dateline stands before one of the first sentences: after it come the captions and bylines that were left in.
    private const int DatelineSentences = 10;

    // What pages put before an article's first sentence, in the same line.
    private static readonly string[] Labels = ["Story highlights ", "Key points ", "Key takeaways ", "Highlights: ", "Summary: "];

    /// <summary>Reads the sentences of an article, headings left out.</summary>
    /// <param name="article">The article.</param>
    /// <param name="terms">What turns them into terms.</param>
    public static List<SummaryCandidate> Read(Article article, TermReader terms)
    {
        var candidates = new List<SummaryCandidate>();
        IReadOnlyList<Block> blocks = article.Blocks.Count > 0 ? article.Blocks : [new Block(BlockKind.Paragraph, new TextSpan(0, article.Text.Length))];
        foreach (var block in blocks)
        {
            if (block.Kind == BlockKind.Heading)
            {
                continue;
            }

            var paragraph = article.Text.AsSpan(block.Span.Start, block.Span.Length);
            var prose = block.Kind != BlockKind.TableRow && !(paragraph.Length <= Caption.MaxLength && Caption.HasCredit(paragraph));
            var first = true;
            foreach (var sentence in SentenceSplitter.Split(paragraph))
            {
                var whole = SkipOpening(article.Text, new TextSpan(block.Span.Start + sentence.Start, sentence.Length), first && candidates.Count < DatelineSentences);
                var span = Clip(article.Text, whole);
                prose = prose && !Boilerplate.OpensBiography(article.Text.AsSpan(span.Start, span.Length));
                var ids = terms.Read(article.Text.AsSpan(span.Start, span.Length), out var words);
                candidates.Add(new SummaryCandidate(candidates.Count, span, first, block.Kind, words, ids, prose && span == whole ? Judge(article, span, words) : Fitness.Unfit));
                first = false;
                if (candidates.Count == MaxSentences)
                {
                    return candidates;
                }
            }
        }

        return candidates;
    }

    private static Fitness Judge(Article article, TextSpan span, int words)
    {
        var sentence = article.Text.AsSpan(span.Start, span.Length);
        var bare = sentence.TrimEnd("\"'”’)»] ");
        if (bare.IsEmpty || (!article.TitleDerived && sentence.Equals(article.Title, StringComparison.OrdinalIgnoreCase)) || Boilerplate.Contains(sentence, words) || Caption.IsMatch(sentence))
        {
            return Fitness.Unfit;
        }

        return bare[^1] switch
        {
            '?' or ':' or '؟' or '？' => Fitness.Unfit,
            '.' or '!' or '…' or '。' or '！' or '।' => words >= MinimumWords || bare[^1] > '\u0FFF' ? Fitness.Prose : Fitness.Unfit,
            _ => words >= MinimumFragmentWords ? Fitness.Fragment : Fitness.Unfit,
        };
    }

    private static TextSpan SkipOpening(string text, TextSpan span, bool mayHaveDateline)
    {
        if (!mayHaveDateline)
        {
            return span;
        }

        var sentence = text.AsSpan(span.Start, span.Length);
        foreach (var label in Labels)
        {
            if (sentence.StartsWith(label, StringComparison.OrdinalIgnoreCase))
            {
                return TextSpan.FromBounds(span.Start + label.Length, span.End);
            }
        }

        return DatelineParser.Parse(sentence.ToString()) is { } dateline ? TextSpan.FromBounds(span.Start + dateline.Length, span.End) : span;
    }

    private static TextSpan Clip(string text, TextSpan span)
    {
        if (span.Length <= MaxSentenceLength)
        {
            return span;
        }

        var space = text.AsSpan(span.Start, MaxSentenceLength).LastIndexOf(' ');
        var length = space > 0 ? space : MaxSentenceLength;

        // Never within a surrogate pair.
        return new TextSpan(span.Start, char.IsHighSurrogate(text[span.Start + length - 1]) ? length - 1 : length);
    }
}
