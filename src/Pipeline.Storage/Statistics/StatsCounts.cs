namespace Pipeline.Storage.Statistics;

/// <summary>What a listing has in a span of time.</summary>
/// <param name="Articles">The number of articles.</param>
/// <param name="Sources">The leading publishers and agencies, the most articles first.</param>
/// <param name="Actors">The leading actors.</param>
/// <param name="Issues">The leading issues.</param>
public sealed record StatsCounts(long Articles, IReadOnlyList<NamedCount> Sources, IReadOnlyList<NamedCount> Actors, IReadOnlyList<NamedCount> Issues)
{
    /// <summary>The most names that counts keep of each kind. Sums are exact up to it; beyond it a name that leads nowhere may be missing from a sum.</summary>
    public const int MaxNames = 50;

    /// <summary>Gets the counts of nothing.</summary>
    public static StatsCounts None { get; } = new(0, [], [], []);

    /// <summary>Tells whether two counts say the same.</summary>
    /// <param name="other">The other counts.</param>
    public bool Says(StatsCounts other) =>
        Articles == other.Articles && Sources.SequenceEqual(other.Sources) && Actors.SequenceEqual(other.Actors) && Issues.SequenceEqual(other.Issues);

    /// <summary>Adds counts of spans that do not overlap.</summary>
    /// <param name="spans">The counts.</param>
    public static StatsCounts Sum(IReadOnlyCollection<StatsCounts> spans) => new(
        spans.Sum(span => span.Articles),
        Lead(spans.SelectMany(span => span.Sources)),
        Lead(spans.SelectMany(span => span.Actors)),
        Lead(spans.SelectMany(span => span.Issues)));

    /// <summary>Adds what is counted by id and keeps what leads: most articles first, then by id.</summary>
    /// <param name="counts">The counts; of one id, the first name is kept.</param>
    public static IReadOnlyList<NamedCount> Lead(IEnumerable<NamedCount> counts) =>
    [
        .. counts
            .GroupBy(count => count.Id, StringComparer.Ordinal)
            .Select(group => group.First() with { Articles = group.Sum(count => count.Articles) })
            .OrderByDescending(count => count.Articles)
            .ThenBy(count => count.Id, StringComparer.Ordinal)
            .Take(MaxNames),
    ];
}

/// <summary>The number of articles that something stands in.</summary>
/// <param name="Id">Its id: a concept's, an actor's or a source's key.</param>
/// <param name="Name">Its name; null for an issue, whose labels the taxonomy has.</param>
/// <param name="Articles">The number of articles.</param>
/// <param name="Wikidata">The Wikidata item of an actor; null where there is none.</param>
public readonly record struct NamedCount(string Id, string? Name, long Articles, string? Wikidata = null);
