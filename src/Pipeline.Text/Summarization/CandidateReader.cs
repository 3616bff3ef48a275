using Pipeline.Text.Parsing.Elements;
using Pipeline.Text.Parsing.Elements.Faq;
using Pipeline.Text.Sentences;

namespace Pipeline.Text.Summarization;

/// <summary>Reads the sentences of an article that may go into a summary.</summary>
internal sealed class CandidateReader
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

    private readonly Article _article;
    private readonly TermReader _terms;
    private readonly List<SummaryCandidate> _candidates = [];
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _said = new HashSet<string>(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    private bool _hasAsked;

    private CandidateReader(Article article, TermReader terms)
    {
        _article = article;
        _terms = terms;
    }

    /// <summary>Reads the sentences of an article, headings left out.</summary>
    /// <param name="article">The article.</param>
    /// <param name="terms">What turns them into terms.</param>
    public static IReadOnlyList<SummaryCandidate> Read(Article article, TermReader terms)
    {
        var reader = new CandidateReader(article, terms);
        IReadOnlyList<Block> blocks = article.Blocks.Count > 0 ? article.Blocks : [new Block(BlockKind.Paragraph, new TextSpan(0, article.Text.Length))];
        foreach (var block in blocks)
        {
            reader.Read(block);
            if (reader._candidates.Count == MaxSentences)
            {
                break;
            }
        }

        return reader._candidates;
    }

    private void Read(Block block)
    {
        var paragraph = _article.Text.AsSpan(block.Span.Start, block.Span.Length);
        var isAsked = IsAsked(paragraph);
        if (block.Kind == BlockKind.Heading)
        {
            _hasAsked |= isAsked;
            return;
        }

        var label = AnswerStart(paragraph, isAsked);
        var isFurniture = (isAsked && label == 0) || (paragraph.Length <= Caption.MaxLength && Caption.HasCredit(paragraph)) || Biography.IsNote(_article, block.Span);
        _hasAsked |= isAsked;
        var first = true;
        var answers = false;
        foreach (var sentence in SentenceSplitter.Split(paragraph[label..]))
        {
            var whole = SkipOpening(new TextSpan(block.Span.Start + label + sentence.Start, sentence.Length), first && _candidates.Count < DatelineSentences);
            var span = Clip(whole);
            var text = _article.Text.AsSpan(span.Start, span.Length);
            var ids = _terms.Read(text, out var words);
            var fitness = isFurniture || Biography.IsNote(_article, span) ? Fitness.Never : Judge(text, words);
            if (fitness > Fitness.Remnant && (block.Kind == BlockKind.TableRow || span != whole))
            {
                fitness = Fitness.Remnant;
            }

            // What is said again says nothing more, and "No." says nothing without its question.
            if (fitness > Fitness.Never && ((answers && words < MinimumWords) || !_said.Add(text)))
            {
                fitness = Fitness.Never;
            }

            answers = SentenceShape.EndsInQuestion(text);

            _candidates.Add(new SummaryCandidate(_candidates.Count, span, first, block.Kind, words, ids, fitness) { IsCut = span.End < whole.End });
            first = false;
            if (_candidates.Count == MaxSentences)
            {
                return;
            }
        }
    }

    private Fitness Judge(ReadOnlySpan<char> sentence, int words)
    {
        var bare = sentence.TrimEnd("\"'”’“»)] ");
        if (words == 0 || bare.IsEmpty || Terminator.IsQuestion(bare[^1]) || (!_article.TitleDerived && sentence.Equals(_article.Title, StringComparison.OrdinalIgnoreCase)) || Boilerplate.Contains(sentence, words) || Caption.IsMatch(sentence))
        {
            return Fitness.Never;
        }

        if (bare[^1] == ':')
        {
            return Fitness.Remnant;
        }

        return Terminator.IsMark(bare[^1]) || Terminator.IsWide(bare[^1])
            ? words >= MinimumWords || Terminator.IsWide(bare[^1]) ? Fitness.Prose : Fitness.Remnant
            : words >= MinimumFragmentWords ? Fitness.Fragment : Fitness.Remnant;
    }

    // "Q. Why now?", "Why now?"
    private static bool IsAsked(ReadOnlySpan<char> paragraph) => SentenceShape.EndsInQuestion(paragraph) && SentenceSplitter.FirstEnd(paragraph) is var end && (end < 0 || end >= paragraph.TrimEnd().Length)
        || (paragraph is ['Q', ..] && FaqLabel.StartsQuestion(paragraph.ToString()));

    /// <summary>Returns where a paragraph begins that holds the answer to a question: behind "A. ", which after a question is no initial; 0 where it holds none.</summary>
    private int AnswerStart(ReadOnlySpan<char> paragraph, bool isAsked)
    {
        if (isAsked)
        {
            return FaqLabel.FindAnswer(paragraph.ToString()) is { } answer ? answer.At + answer.Length : 0;
        }

        if (!_hasAsked || paragraph is not ['A', ..])
        {
            return 0;
        }

        var text = paragraph.ToString();
        return FaqLabel.CutAnswer(ref text) ? paragraph.Length - text.Length : 0;
    }

    private TextSpan SkipOpening(TextSpan span, bool mayHaveDateline)
    {
        if (!mayHaveDateline)
        {
            return span;
        }

        var sentence = _article.Text.AsSpan(span.Start, span.Length);
        foreach (var label in Labels)
        {
            if (sentence.StartsWith(label, StringComparison.OrdinalIgnoreCase))
            {
                return TextSpan.FromBounds(span.Start + label.Length, span.End);
            }
        }

        return DatelineParser.Parse(sentence.ToString()) is { } dateline ? TextSpan.FromBounds(span.Start + dateline.Length, span.End) : span;
    }

    private TextSpan Clip(TextSpan span)
    {
        if (span.Length <= MaxSentenceLength)
        {
            return span;
        }

        var space = _article.Text.AsSpan(span.Start, MaxSentenceLength).LastIndexOf(' ');
        var length = space > 0 ? space : MaxSentenceLength;

        // Never within a surrogate pair.
        return new TextSpan(span.Start, char.IsHighSurrogate(_article.Text[span.Start + length - 1]) ? length - 1 : length);
    }
}
