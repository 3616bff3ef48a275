using System.Collections.ObjectModel;
using System.Globalization;

namespace Pipeline.Text.Summarization.Digests;

/// <summary>Sentences that stand for several articles, in an order that reads well: story by story, and by date within one.</summary>
/// <param name="Sentences">The sentences.</param>
/// <param name="Articles">How many articles it was made of.</param>
/// <param name="Duplicates">How many of these only repeat another.</param>
/// <param name="Stories">How many stories the others tell.</param>
public sealed record Digest(IReadOnlyList<DigestSentence> Sentences, int Articles, int Duplicates, int Stories)
{
    /// <summary>Gets the articles that only repeat another, quoted or not: by the id of each, the id of the one that it repeats.</summary>
    public IReadOnlyDictionary<string, string> Repeats { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    // In days: within so many, "on Tuesday" says when.
    private const int ShortRange = 6;

    /// <summary>Gets a value indicating whether the sentences are so far apart in time that a reader needs their dates.</summary>
    public bool NeedsDates =>
        Sentences.Max(sentence => sentence.Date) is { } last && Sentences.Min(sentence => sentence.Date) is { } first && last.DayNumber - first.DayNumber > ShortRange;

    /// <summary>Returns the sentences as one text, each behind its day where readers need it.</summary>
    /// <param name="separator">What stands between the sentences.</param>
    public string TextOf(char separator) => string.Join(separator, Sentences.Select(sentence =>
        NeedsDates && sentence.Date is { } date ? $"({date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}) {sentence.Text}" : sentence.Text));
}

/// <summary>A sentence of a digest, and where it is from.</summary>
/// <param name="Text">The sentence, as <see cref="SummarySentence.Text"/>.</param>
/// <param name="ArticleId">The id of its article.</param>
/// <param name="Start">Where it starts in the article's text, in UTF-16 code units.</param>
/// <param name="Length">Its length there, in UTF-16 code units.</param>
public sealed record DigestSentence(string Text, string ArticleId, int Start, int Length)
{
    /// <summary>Gets the article's source; null where unknown.</summary>
    public string? Source { get; init; }

    /// <summary>Gets the article's day; null where unknown.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Gets the number of its story among those of the digest, from 0.</summary>
    public required int Story { get; init; }

    /// <summary>Gets the ids of the articles that repeat its own.</summary>
    public IReadOnlyList<string> AlsoIn { get; init; } = [];
}
