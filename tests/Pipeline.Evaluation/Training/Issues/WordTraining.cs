using Pipeline.Text.Tagging;
using Pipeline.Text.Tagging.Model;

namespace Pipeline.Evaluation.Training.Issues;

/// <summary>Learns models of words: for each issue a linear classifier of its articles against all others.</summary>
internal sealed class WordTraining
{
    // Less than this part of an issue's largest weight is noise, and takes room.
    private const double LeastShare = 0.03;

    private readonly WordTrainingOptions _options;
    private readonly Vocabulary _vocabulary;
    private readonly SparseRow[] _rows;

    /// <summary>Initializes a new instance of the <see cref="WordTraining"/> class.</summary>
    /// <param name="articles">The articles that models are learned from.</param>
    /// <param name="signals">The issues whose terms each has.</param>
    /// <param name="issues">What the issues of the taxonomy are known by.</param>
    /// <param name="options">How.</param>
    public WordTraining(IReadOnlyList<TaggedText> articles, IReadOnlyList<IReadOnlyList<IssueSignal>> signals, IEnumerable<uint> issues, WordTrainingOptions options)
    {
        _options = options;
        _vocabulary = Vocabulary.Of(articles, issues, options.MaxGrams);
        _rows = [.. articles.Index().AsParallel().AsOrdered().Select(article => _vocabulary.RowOf(article.Item, signals[article.Index]))];
    }

    /// <summary>Learns a model.</summary>
    /// <param name="labels">The issue of each article; null for one that is of no issue that is to be learned.</param>
    /// <param name="isLearned">Whether an article is learned from, by its index.</param>
    public WordModel Learn(IReadOnlyList<string?> labels, Func<int, bool> isLearned)
    {
        int[] articles = [.. Enumerable.Range(0, _rows.Length).Where(isLearned)];
        string?[] issueOf = [.. articles.Select(i => labels[i])];
        string[] issues = [.. issueOf.OfType<string>().CountBy(label => label).Where(label => label.Value >= _options.MinArticles).Select(label => label.Key).Order(StringComparer.Ordinal)];
        SparseRow[] rows = [.. articles.Select(i => _rows[i])];
        var weights = issues.AsParallel().AsOrdered()
            .Select(issue => new LinearSvm(_options.Cost).Learn(rows, i => issueOf[i] == issue, _vocabulary.Hashes.Length))
            .ToArray();
        return Pack(_vocabulary, issues, weights);
    }

    /// <summary>Rounds the weights to steps of which an issue's largest has 127, and leaves out those near 0.</summary>
    private static WordModel Pack(Vocabulary vocabulary, string[] issues, double[][] weights)
    {
        double[] largest = [.. weights.Select(issue => issue[..^1].Max(Math.Abs))];
        var starts = new int[vocabulary.Hashes.Length + 1];
        var ofIssue = new List<byte>();
        var values = new List<float>();
        for (var gram = 0; gram < vocabulary.Hashes.Length; gram++)
        {
            for (var issue = 0; issue < issues.Length; issue++)
            {
                if (Math.Abs(weights[issue][gram]) >= largest[issue] * LeastShare)
                {
                    ofIssue.Add((byte)issue);
                    values.Add((float)(Math.Round(weights[issue][gram] / largest[issue] * sbyte.MaxValue) * largest[issue] / sbyte.MaxValue));
                }
            }

            starts[gram + 1] = ofIssue.Count;
        }

        return new WordModel(issues, [.. weights.Select(issue => (float)issue[^1])], vocabulary.Hashes, vocabulary.Rarities, starts, [.. ofIssue], [.. values]);
    }
}
