using Pipeline.Text.Tagging;

namespace Pipeline.Text.Summarization;

/// <summary>An article's sentences with their features: all that choosing needs.</summary>
internal sealed class SentenceTable
{
    // How far back "the suspect" may have been told of. Chosen by hand.
    private const int NearbySentences = 4;

    // From so many sentences of prose on, nothing without a full stop is quoted. The usual length of a summary and a choice among it.
    private const int EnoughProse = 5;

    private readonly double[][] _rows;
    private readonly TermVector[] _vectors;
    private readonly Leaning[] _leanings;

    private SentenceTable(IReadOnlyList<SummaryCandidate> sentences, IReadOnlyList<int> fit, double[][] rows, TermVector[] vectors, Leaning[] leanings)
    {
        Sentences = sentences;
        Fit = fit;
        _rows = rows;
        _vectors = vectors;
        _leanings = leanings;
    }

    /// <summary>Gets the sentences, in reading order.</summary>
    public IReadOnlyList<SummaryCandidate> Sentences { get; }

    /// <summary>Gets the indices of the sentences that may go into a summary, in reading order.</summary>
    public IReadOnlyList<int> Fit { get; }

    /// <summary>Reads the features of an article's sentences.</summary>
    /// <param name="article">The article.</param>
    /// <param name="sentences">Its sentences; at least one.</param>
    /// <param name="terms">What their terms were read with.</param>
    /// <param name="issues">The article's issues.</param>
    /// <param name="actors">The article's actors.</param>
    /// <param name="resolved">The sentences whose opening pronoun is resolved.</param>
    public static SentenceTable Create(
        Article article, IReadOnlyList<SummaryCandidate> sentences, TermReader terms, IReadOnlyList<IssueTag> issues, IReadOnlyList<ActorTag> actors, IReadOnlySet<int> resolved)
    {
        var title = article is { Title: { } text, TitleDerived: false } ? terms.Read(text, out _) : [];
        var statistics = new TermStatistics(sentences, terms.Count);
        TermVector[] vectors = [.. sentences.Select(sentence => TermVector.Create(sentence.Terms, statistics.Importance))];
        var evidence = new EvidenceByFeature(
            TagEvidence.Of(sentences, issues.Select(issue => (issue.Score, (IEnumerable<TextSpan>)issue.Evidence.Select(item => item.Span).OrderBy(span => span.Start)))),
            TagEvidence.Of(sentences, actors.Select(actor => (actor.Score, (IEnumerable<TextSpan>)actor.Evidence))));
        Leaning[] leanings = [.. sentences.Select(sentence => sentence.Index == 0 || resolved.Contains(sentence.Index) ? Leaning.None : LeaningReader.Read(article.Text.AsSpan(sentence.Span.Start, sentence.Span.Length)))];
        var reader = new SentenceFeatureReader(
            article.Text, statistics, vectors, leanings, SentenceRank.Compute(vectors, terms.Count), TermVector.Create(title, statistics.Importance), evidence);
        return new SentenceTable(
            sentences,
            FitOnes(sentences),
            [.. sentences.Select(reader.Read)],
            vectors,
            leanings);
    }

    // Prose alone where there is enough of it.
    private static int[] FitOnes(IReadOnlyList<SummaryCandidate> sentences)
    {
        int[] prose = [.. sentences.Where(sentence => sentence.Fitness == Fitness.Prose).Select(sentence => sentence.Index)];
        return prose.Length >= EnoughProse ? prose : [.. sentences.Where(sentence => sentence.Fitness >= Fitness.Fragment).Select(sentence => sentence.Index)];
    }

    /// <summary>Returns a sentence's features, each in the place of its <see cref="SentenceFeature"/>.</summary>
    public IReadOnlyList<double> Row(int sentence) => _rows[sentence];

    /// <summary>Returns what a sentence is worth before anything is chosen.</summary>
    public double Score(int sentence, SummaryWeights weights) => weights.Score(_rows[sentence]);

    /// <summary>Says whether a reader of the picked sentences knows of what a sentence speaks: it stands alone, or what it leans on is picked and does.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="isPicked">Of each sentence whether it is picked.</param>
    public bool IsSupported(int sentence, bool[] isPicked)
    {
        // "She also left" after "He said so" needs what came before both.
        while (_leanings[sentence] == Leaning.OnNeighbour && isPicked[sentence - 1])
        {
            sentence--;
        }

        return _leanings[sentence] switch
        {
            Leaning.None => true,
            Leaning.OnNearby => isPicked.AsSpan(Math.Max(0, sentence - NearbySentences)..sentence).Contains(true),
            _ => false,
        };
    }

    /// <summary>Returns how much two sentences say the same, from 0 to 1.</summary>
    public double Similarity(int a, int b) => _vectors[a].Similarity(_vectors[b]);
}
