using System.Collections.Concurrent;
using Pipeline.Text;
using Pipeline.Text.Summarization;

namespace Pipeline.Evaluation.Summaries;

/// <summary>An article whose summary by any weights can be scored quickly: what was scored once is remembered.</summary>
internal sealed class TrainingArticle(string text, SentenceTable table, IReadOnlyList<RougeText> references, int sentences, double leaning) : ITrainingTask
{
    private static readonly HashSet<int> None = [];

    private readonly ConcurrentDictionary<long, double> _scores = new();

    /// <summary>Gets the article's sentences.</summary>
    public SentenceTable Table { get; } = table;

    /// <summary>Prepares an article; null where there is nothing to choose.</summary>
    /// <param name="article">The article.</param>
    /// <param name="analyzer">What tags it.</param>
    /// <param name="references">The people's summaries.</param>
    /// <param name="sentences">The length of the summaries, in sentences: at most 5.</param>
    /// <param name="leaning">What is lost by leaning on another sentence.</param>
    public static TrainingArticle? Create(Article article, ArticleAnalyzer analyzer, IReadOnlyList<string> references, int sentences, double leaning)
    {
        var terms = new TermReader();
        var candidates = CandidateReader.Read(article, terms);
        if (candidates.Count <= sentences)
        {
            return null;
        }

        var analysis = analyzer.Analyze(article);
        var table = SentenceTable.Create(article, candidates, terms, analysis.Issues, analysis.Actors);
        return table.Fit.Count > sentences ? new TrainingArticle(article.Text, table, [.. references.Select(reference => RougeText.Read(reference))], sentences, leaning) : null;
    }

    /// <summary>Returns weights as numbers: the features', then that of redundancy.</summary>
    public static double[] ToNumbers(SummaryWeights weights) => [.. weights.Weights, weights.Redundancy];

    /// <summary>Makes weights of numbers.</summary>
    /// <param name="numbers">As <see cref="ToNumbers"/> returns them.</param>
    /// <param name="leaning">What is lost by leaning on another sentence: set by hand, since ROUGE does not see it.</param>
    public static SummaryWeights ToWeights(double[] numbers, double leaning) => new(numbers[..^1], numbers[^1], leaning);

    /// <inheritdoc/>
    public double Score(double[] weights)
    {
        var picked = SentencePicker.Pick(Table, ToWeights(weights, leaning), None, sentences);
        picked.Sort();
        var key = picked.Aggregate(0L, (sum, sentence) => (sum * CandidateReader.MaxSentences) + sentence);
        return _scores.GetOrAdd(key, _ =>
        {
            var spans = picked.Select(sentence => Table.Sentences[sentence].Span);
            return Rouge.Of(RougeText.Read(string.Join('\n', spans.Select(span => text.Substring(span.Start, span.Length)))), references).Mean;
        });
    }
}
