using System.Collections.Concurrent;
using Pipeline.Text;
using Pipeline.Text.Summarization;

namespace Pipeline.Evaluation.Summaries;

/// <summary>An article whose summary by any weights can be scored quickly: what was scored once is remembered.</summary>
internal sealed class TrainingArticle(string text, SentenceTable table, IReadOnlyList<RougeText> references, int sentences) : ITrainingTask
{
    // Of .06, .12, .16, .2 and .24 this and .2 did best on ten parts of the articles learned from; this makes the longer summaries.
    private const double CostOfWord = 0.16;

    private readonly ConcurrentDictionary<long, double> _scores = new();

    /// <summary>Gets the article's sentences.</summary>
    public SentenceTable Table { get; } = table;

    /// <summary>
    /// Gets for each fit sentence what it gains: the mean of its ROUGE-1 and ROUGE-2 recall, less what its words cost
    /// against those of the people's summary.
    /// </summary>
    public IReadOnlyList<double> Gains { get; } = [.. table.Fit.Select(sentence => GainOf(text, table.Sentences[sentence].Span, references))];

    /// <summary>Prepares an article; null where there is nothing to choose.</summary>
    /// <param name="article">The article.</param>
    /// <param name="analyzer">What tags it.</param>
    /// <param name="references">The people's summaries.</param>
    /// <param name="sentences">The length of the summaries, in sentences: at most 5.</param>
    public static TrainingArticle? Create(Article article, ArticleAnalyzer analyzer, IReadOnlyList<string> references, int sentences)
    {
        var terms = new TermReader();
        var candidates = CandidateReader.Read(article, terms);
        if (candidates.Count <= sentences)
        {
            return null;
        }

        var analysis = analyzer.Analyze(article);
        var table = SentenceTable.Create(article, candidates, terms, analysis.Issues, analysis.Actors, OpeningPronouns.Resolve(article.Text, candidates, analysis.Actors).Keys.ToHashSet());
        return table.Fit.Count > sentences ? new TrainingArticle(article.Text, table, [.. references.Select(reference => RougeText.Read(reference))], sentences) : null;
    }

    /// <summary>Returns weights as numbers: the features', then that of redundancy.</summary>
    public static double[] ToNumbers(SummaryWeights weights) => [.. weights.Weights, weights.Redundancy];

    /// <summary>Makes weights of numbers.</summary>
    /// <param name="numbers">As <see cref="ToNumbers"/> returns them.</param>
    public static SummaryWeights ToWeights(double[] numbers) => new(numbers[..^1], numbers[^1]);

    /// <inheritdoc/>
    public double Score(double[] weights)
    {
        var picked = SentencePicker.Pick(Table, ToWeights(weights), sentences);
        picked.Sort();
        var key = picked.Aggregate(0L, (sum, sentence) => (sum * CandidateReader.MaxSentences) + sentence);
        return _scores.GetOrAdd(key, _ =>
        {
            var spans = picked.Select(sentence => Table.Sentences[sentence].Span);
            return Rouge.Of(RougeText.Read(string.Join('\n', spans.Select(span => text.Substring(span.Start, span.Length)))), references).Mean;
        });
    }

    private static double GainOf(string text, TextSpan span, IReadOnlyList<RougeText> references)
    {
        var sentence = RougeText.Read(text.Substring(span.Start, span.Length));
        var rouge = Rouge.Of(sentence, references);
        return ((rouge.Unigrams.Recall + rouge.Bigrams.Recall) / 2) - (CostOfWord * sentence.Words.Length / references.Average(reference => reference.Words.Length));
    }
}
