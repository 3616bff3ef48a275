using Pipeline.Text.Tagging;

namespace Pipeline.Text.Summarization;

/// <summary>An article's sentences with their features: all that choosing needs.</summary>
internal sealed class SentenceTable
{
    private readonly double[][] _rows;
    private readonly TermVector[] _vectors;
    private readonly bool[] _leans;

    private SentenceTable(IReadOnlyList<SummaryCandidate> sentences, IReadOnlyList<int> fit, double[][] rows, TermVector[] vectors, bool[] leans)
    {
        Sentences = sentences;
        Fit = fit;
        _rows = rows;
        _vectors = vectors;
        _leans = leans;
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
    public static SentenceTable Create(
        Article article, IReadOnlyList<SummaryCandidate> sentences, TermReader terms, IReadOnlyList<IssueTag> issues, IReadOnlyList<ActorTag> actors)
    {
        var title = article is { Title: { } text, TitleDerived: false } ? terms.Read(text, out _) : [];
        var statistics = new TermStatistics(sentences, terms.Count);
        TermVector[] vectors = [.. sentences.Select(sentence => TermVector.Create(sentence.Terms, statistics.Importance))];
        var evidence = new EvidenceByFeature(
            TagEvidence.Of(sentences, issues.Select(issue => (issue.Score, (IEnumerable<TextSpan>)issue.Evidence.Select(item => item.Span).OrderBy(span => span.Start)))),
            TagEvidence.Of(sentences, actors.Select(actor => (actor.Score, (IEnumerable<TextSpan>)actor.Evidence))));
        var reader = new SentenceFeatureReader(
            article.Text, statistics, vectors, SentenceRank.Compute(vectors, terms.Count), TermVector.Create(title, statistics.Importance), evidence);
        return new SentenceTable(
            sentences,
            [.. sentences.Where(sentence => CandidateReader.IsFit(article, sentence)).Select(sentence => sentence.Index)],
            [.. sentences.Select(reader.Read)],
            vectors,
            [.. sentences.Select(sentence => StopWords.OpensLeaning(article.Text.AsSpan(sentence.Span.Start, sentence.Span.Length)))]);
    }

    /// <summary>Returns a sentence's features, each in the place of its <see cref="SentenceFeature"/>.</summary>
    public IReadOnlyList<double> Row(int sentence) => _rows[sentence];

    /// <summary>Returns what a sentence is worth before anything is chosen.</summary>
    public double Score(int sentence, SummaryWeights weights) => weights.Score(_rows[sentence]);

    /// <summary>Says whether a sentence leans on the one before it: it starts with "He", "But" or the like.</summary>
    public bool Leans(int sentence) => _leans[sentence];

    /// <summary>Returns how much two sentences say the same, from 0 to 1.</summary>
    public double Similarity(int a, int b) => _vectors[a].Similarity(_vectors[b]);
}
