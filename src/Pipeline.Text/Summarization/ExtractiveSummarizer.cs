using Pipeline.Text.Tagging;

namespace Pipeline.Text.Summarization;

/// <summary>
/// Summarises an article by its own sentences: each is scored by where it stands, what it shares with the rest of the
/// article, the title and the tags, and how well it stands alone; then they are picked one by one, the best that does not
/// repeat what is picked already.
/// </summary>
/// <remarks>
/// Headings, bylines, captions, questions, page furniture and what was said before are left out where anything else is there;
/// table rows and fragments too where there is prose. An article without a sentence of prose, such as a list or a table, gives
/// its first lines in order. <see cref="Summary.Kind"/> says which it was. The work grows
/// linearly with the text; only the first 1,000 sentences are considered, and a sentence of more than 1,000 characters is
/// quoted only where there is no other, and then cut after a word and marked: "[…]".
/// </remarks>
public sealed class ExtractiveSummarizer(SummaryOptions options)
{
    private const int ScoreDecimals = 3;
    private const string Omission = " […]";

    internal SummaryWeights Weights { get; init; } = SummaryWeights.LoadBuiltIn();

    /// <summary>Summarises an article.</summary>
    /// <param name="article">The article.</param>
    /// <param name="issues">Its issues.</param>
    /// <param name="actors">Its actors.</param>
    /// <param name="explain">Whether the sentences carry their features.</param>
    /// <returns>
    /// At most <see cref="SummaryOptions.MaxCandidates"/> candidates, best first. An article of no more sentences that can stand than
    /// <see cref="SummaryOptions.MaxSentences"/> is given whole.
    /// </returns>
    public Summary Summarize(Article article, IReadOnlyList<IssueTag> issues, IReadOnlyList<ActorTag> actors, bool explain = false)
    {
        var terms = new TermReader();
        var sentences = CandidateReader.Read(article, terms);
        if (sentences.Count == 0)
        {
            return Summary.Empty;
        }

        var kind = Choose(sentences, out var standing);
        var referents = kind == SummaryKind.Extract ? OpeningPronouns.Resolve(article.Text, sentences, actors) : new Dictionary<int, string>();
        var table = SentenceTable.Create(article, sentences, terms, issues, actors, referents.Keys.ToHashSet());
        var picked = kind == SummaryKind.Extract ? SentencePicker.Pick(table, Weights, options.MaxCandidates) : [.. standing.Take(options.MaxCandidates)];
        return new Summary([.. picked.Select(ToSentence)]) { Kind = kind };

        SummarySentence ToSentence(int index)
        {
            var span = sentences[index].Span;
            var text = string.Concat(article.Text.AsSpan(span.Start, span.Length), sentences[index].IsCut ? Omission : "");
            return new SummarySentence(referents.TryGetValue(index, out var name) ? OpeningPronouns.Replace(text, name) : text, span.Start, span.Length)
            {
                Score = Math.Round(table.Score(index, Weights), ScoreDecimals),
                Features = explain ? Explain(table.Row(index)) : null,
            };
        }
    }

    /// <summary>Decides how an article is summarised.</summary>
    /// <param name="sentences">Its sentences.</param>
    /// <param name="standing">The indices of those that can stand; of all where none can.</param>
    private SummaryKind Choose(IReadOnlyList<SummaryCandidate> sentences, out List<int> standing)
    {
        standing = [.. sentences.Where(sentence => sentence.Fitness > Fitness.Never).Select(sentence => sentence.Index)];
        if (standing.Count == 0)
        {
            standing = [.. Enumerable.Range(0, sentences.Count)];
        }

        return standing.Count <= options.MaxSentences ? SummaryKind.Whole
            : sentences.Any(sentence => sentence.Fitness == Fitness.Prose) ? SummaryKind.Extract
            : SummaryKind.Lead;
    }

    private static Dictionary<string, double> Explain(IReadOnlyList<double> row) => Enum.GetValues<SentenceFeature>()
        .Where(feature => row[(int)feature] != 0)
        .ToDictionary(SummaryWeights.NameOf, feature => Math.Round(row[(int)feature], ScoreDecimals), StringComparer.Ordinal);
}
