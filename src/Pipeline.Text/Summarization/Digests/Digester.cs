namespace Pipeline.Text.Summarization.Digests;

/// <summary>
/// Makes one digest of many articles from their candidate sentences: near duplicates count once, articles are grouped by
/// story, and sentences are chosen for what many articles of a story say, for the issue's evidence, and from many
/// sources. The story that is chosen from first comes first. Pure: the same articles, in any order, give the same digest.
/// </summary>
/// <remarks>Time and memory grow with the number of the sentences; the texts of the articles are not needed.</remarks>
public sealed class Digester
{
    internal DigestWeights Weights { get; init; } = DigestWeights.LoadBuiltIn();

    /// <summary>Makes a digest.</summary>
    /// <param name="articles">The articles; with an issue, those that are about it.</param>
    /// <param name="length">How long it is to be: at most so many sentences, or as many as fit so many words, one at least.</param>
    /// <param name="issue">The id of the issue that it is for; null for none.</param>
    public Digest Create(IEnumerable<DigestArticle> articles, SummaryLength length, string? issue = null)
    {
        // The newest first: of sentences and articles that are worth the same, it is preferred.
        DigestArticle[] ordered =
        [
            .. articles.OrderByDescending(article => article.Date ?? DateOnly.MinValue).ThenBy(article => article.Id, StringComparer.Ordinal),
        ];
        var table = new DigestTable(ordered);
        var rows = table.CreateRows(issue, out var concepts);
        var picked = new DigestPicker(rows, concepts, Weights).Pick(length);
        return new Digest(
            Arrange([.. picked.Select(row => rows[row])], ordered, table),
            ordered.Length,
            ordered.Length - table.Unique.Count,
            table.Stories)
        {
            Repeats = Enumerable.Range(0, ordered.Length).Where(i => table.First[i] != i).ToDictionary(i => ordered[i].Id, i => ordered[table.First[i]].Id, StringComparer.Ordinal),
        };
    }

    private static DigestSentence[] Arrange(List<DigestRow> picked, DigestArticle[] articles, DigestTable table)
    {
        var stories = picked.Select(row => row.Story).Distinct().ToList();
        var repeats = Enumerable.Range(0, articles.Length).Where(i => table.First[i] != i).ToLookup(i => table.First[i], i => articles[i].Id);
        return
        [
            .. picked
                .OrderBy(row => stories.IndexOf(row.Story))

                // What has no date cannot open a story before what has one.
                .ThenBy(row => articles[row.Article].Date ?? DateOnly.MaxValue)
                .ThenBy(row => picked.FindIndex(first => first.Article == row.Article))
                .ThenBy(row => articles[row.Article].Candidates[row.Candidate].Start)
                .Select(row =>
                {
                    var candidate = articles[row.Article].Candidates[row.Candidate];
                    return new DigestSentence(candidate.Text, articles[row.Article].Id, candidate.Start, candidate.Length)
                    {
                        Source = articles[row.Article].Source,
                        Date = articles[row.Article].Date,
                        Story = stories.IndexOf(row.Story),
                        AlsoIn = [.. repeats[row.Article]],
                    };
                }),
        ];
    }
}
