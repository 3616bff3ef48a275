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

            var first = true;
            foreach (var sentence in SentenceSplitter.Split(article.Text.AsSpan(block.Span.Start, block.Span.Length)))
            {
                var span = Clip(article.Text, new TextSpan(block.Span.Start + sentence.Start, sentence.Length));
                var ids = terms.Read(article.Text.AsSpan(span.Start, span.Length), out var words);
                candidates.Add(new SummaryCandidate(candidates.Count, span, first, block.Kind, words, ids));
                first = false;
                if (candidates.Count == MaxSentences)
                {
                    return candidates;
                }
            }
        }

        return candidates;
    }

    /// <summary>Says whether a sentence can stand in a summary: prose, no question, no furniture, not the title again, not cut.</summary>
    /// <param name="article">The article.</param>
    /// <param name="candidate">What was read of the sentence.</param>
    public static bool IsFit(Article article, SummaryCandidate candidate)
    {
        var sentence = article.Text.AsSpan(candidate.Span.Start, candidate.Span.Length);
        var bare = sentence.TrimEnd("\"'”’)»] ");
        if (bare.IsEmpty || candidate.Kind == BlockKind.TableRow || (!article.TitleDerived && sentence.Equals(article.Title, StringComparison.OrdinalIgnoreCase)) || candidate.Span.Length >= MaxSentenceLength || Boilerplate.Contains(sentence, candidate.WordCount))
        {
            return false;
        }

        return bare[^1] switch
        {
            '?' or ':' or '؟' or '？' => false,
            '.' or '!' or '…' or '。' or '！' or '।' => candidate.WordCount >= MinimumWords || bare[^1] > '\u0FFF',
            _ => candidate.WordCount >= MinimumFragmentWords,
        };
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
