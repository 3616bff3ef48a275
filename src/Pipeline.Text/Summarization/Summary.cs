namespace Pipeline.Text.Summarization;

/// <summary>Sentences of an article, chosen to stand for it.</summary>
/// <param name="Candidates">The sentences best first: a summary of n sentences is the first n, in reading order.</param>
public sealed record Summary(IReadOnlyList<SummarySentence> Candidates)
{
    /// <summary>Gets the summary of no sentence.</summary>
    public static Summary Empty { get; } = new([]);

    /// <summary>Gets how the sentences came to stand here.</summary>
    public SummaryKind Kind { get; init; }

    /// <summary>Returns the best sentences in reading order.</summary>
    /// <param name="count">The number of sentences; fewer come where there are fewer candidates.</param>
    public IReadOnlyList<SummarySentence> Take(int count) => [.. Candidates.Take(count).OrderBy(sentence => sentence.Start)];

    /// <summary>Returns how a summary of so many sentences came about: the first ones of an article that would be given whole are its lead.</summary>
    /// <param name="count">The number of sentences.</param>
    /// <returns>The kind; null where there is no sentence.</returns>
    public SummaryKind? KindOf(int count) =>
        Math.Min(count, Candidates.Count) <= 0 ? null
        : Kind == SummaryKind.Whole && count < Candidates.Count ? SummaryKind.Lead
        : Kind;
}

/// <summary>One sentence of a summary.</summary>
/// <param name="Text">
/// The sentence as the article has it, but for an opening pronoun whose person is certain: "[Ann Lee] left" where the
/// article says "She left"; and " […]" behind one that was cut for its length.
/// </param>
/// <param name="Start">Where it starts in the article's text, in UTF-16 code units.</param>
/// <param name="Length">Its length there, in UTF-16 code units.</param>
public sealed record SummarySentence(string Text, int Start, int Length)
{
    /// <summary>Gets what the sentence is worth by itself, mostly between 0 and 1; comparable between articles.</summary>
    public double Score { get; init; }

    /// <summary>Gets the features by their names (see <see cref="SentenceFeature"/>), those of 0 left out; null unless asked for.</summary>
    public IReadOnlyDictionary<string, double>? Features { get; init; }
}
