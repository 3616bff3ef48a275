using System.Collections.Concurrent;
using Pipeline.Text.Summarization;
using Pipeline.Text.Summarization.Digests;

namespace Pipeline.Evaluation.Summaries;

/// <summary>Articles whose digest by any weights can be scored quickly: what was scored once is remembered.</summary>
internal sealed class TrainingDigest : ITrainingTask
{
    private readonly ConcurrentDictionary<string, double> _scores = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<DigestArticle> _articles;
    private readonly IReadOnlyList<RougeText> _references;
    private readonly IReadOnlyList<DigestRow> _rows;
    private readonly double[] _concepts;
    private readonly SummaryLength _length;

    /// <summary>Prepares articles.</summary>
    /// <param name="articles">The articles.</param>
    /// <param name="references">The people's digests.</param>
    /// <param name="length">The length of the digests.</param>
    public TrainingDigest(IReadOnlyList<DigestArticle> articles, IReadOnlyList<string> references, SummaryLength length)
    {
        _articles = articles;
        _references = [.. references.Select(reference => RougeText.Read(reference))];
        _length = length;
        _rows = new DigestTable(articles).CreateRows(null, out _concepts);
    }

    /// <summary>Returns weights as numbers.</summary>
    public static double[] ToNumbers(DigestWeights weights) =>
        [weights.Coverage, weights.LengthPower, weights.Salience, weights.TitleOverlap, weights.Redundancy, weights.MaxSimilarity, weights.Length, weights.NewSource, weights.NewStory, weights.Issue, weights.Centrality];

    /// <summary>Makes weights of numbers.</summary>
    public static DigestWeights ToWeights(double[] numbers) => new()
    {
        Coverage = numbers[0],
        LengthPower = numbers[1],
        Salience = numbers[2],
        TitleOverlap = numbers[3],
        Redundancy = numbers[4],
        MaxSimilarity = numbers[5],
        Length = numbers[6],
        NewSource = numbers[7],
        NewStory = numbers[8],
        Issue = numbers[9],
        Centrality = numbers[10],
    };

    /// <inheritdoc/>
    public double Score(double[] weights)
    {
        var picked = new DigestPicker(_rows, _concepts, ToWeights(weights)).Pick(_length);
        return _scores.GetOrAdd(string.Join(' ', picked), _ =>
            Rouge.Of(RougeText.Read(string.Join('\n', picked.Select(row => _articles[_rows[row].Article].Candidates[_rows[row].Candidate].Text)), _length.Words), _references).Mean);
    }
}
