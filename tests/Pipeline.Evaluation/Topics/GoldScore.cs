namespace Pipeline.Evaluation.Topics;

/// <summary>How the tags of articles compare with all their issues: micro-averaged, over all pairs of article and issue.</summary>
/// <param name="Right">The tags that are issues of their article.</param>
/// <param name="Given">The tags.</param>
/// <param name="Wanted">The issues.</param>
internal sealed record GoldScore(int Right, int Given, int Wanted)
{
    /// <summary>Gets the part of the tags that are right.</summary>
    public double Precision => Given == 0 ? 0 : (double)Right / Given;

    /// <summary>Gets the part of the issues that are tags.</summary>
    public double Recall => Wanted == 0 ? 0 : (double)Right / Wanted;

    /// <summary>Gets the harmonic mean of both.</summary>
    public double F1 => Right == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>Scores tags.</summary>
    /// <param name="articles">The issues and the ids of the tags of each article.</param>
    public static GoldScore Of(IEnumerable<(IReadOnlyList<string> Wanted, IReadOnlyList<string> Given)> articles)
    {
        var (right, given, wanted) = (0, 0, 0);
        foreach (var article in articles)
        {
            right += article.Given.Intersect(article.Wanted, StringComparer.Ordinal).Count();
            given += article.Given.Count;
            wanted += article.Wanted.Count;
        }

        return new GoldScore(right, given, wanted);
    }
}
