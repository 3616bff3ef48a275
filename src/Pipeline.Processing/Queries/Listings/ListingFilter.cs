using System.Globalization;
using Pipeline.Storage.Index;
using Pipeline.Storage.Keys;
using Pipeline.Text.Tagging;

namespace Pipeline.Processing.Queries.Listings;

/// <summary>Which articles a listing shows. All conditions hold together; what is null or empty is none.</summary>
internal sealed record ListingFilter
{
    /// <summary>Gets who lists: cursors of one are no good to another.</summary>
    public string Lister { get; init; } = "";

    /// <summary>Gets the days.</summary>
    public required DayRange Days { get; init; }

    /// <summary>Gets the issues.</summary>
    public IReadOnlyList<IssueCondition> Issues { get; init; } = [];

    /// <summary>Gets the key of the source.</summary>
    public string? Source { get; init; }

    /// <summary>Gets the key of the actor.</summary>
    public string? Actor { get; init; }

    /// <summary>Gets the language.</summary>
    public string? Language { get; init; }

    /// <summary>Gets the lowest score of each issue, or of the leading one where there is no issue.</summary>
    public double MinScore { get; init; }

    /// <summary>Gets the listings that have all articles of the filter, the most selective kind first: each can serve it, by leaving rows out.</summary>
    public IReadOnlyList<IndexListing> Listings =>
    [
        .. Actor is null ? Enumerable.Empty<IndexListing>() : [IndexListing.Actor(Actor)],
        .. Issues.Select(issue => issue.Listing),
        .. Source is null ? Enumerable.Empty<IndexListing>() : [new IndexListing(IndexKind.Source, Source)],
        IndexListing.All,
    ];

    /// <summary>Tells whether every row of a listing is of an article that the filter shows.</summary>
    /// <param name="listing">One of <see cref="Listings"/>.</param>
    public bool IsServedBy(IndexListing listing)
    {
        var conditions = Issues.Count + (Source is null ? 0 : 1) + (Actor is null ? 0 : 1);
        return Language is null && MinScore == 0 && conditions == (listing.Kind == IndexKind.All ? 0 : 1);
    }

    /// <summary>Tells whether the filter shows an article, whatever listing it comes from.</summary>
    /// <param name="entry">The article.</param>
    public bool Shows(IndexEntry entry) =>
        (Language is null || Language == entry.Language)
        && (Source is null || (entry.Source is not null && Source == NameKeys.Source(entry.Source)))
        && (Actor is null || entry.Actors.Any(actor => Actor == NameKeys.Actor(actor.Name, actor.Wikidata)))
        && Issues.All(condition => entry.Issues.Any(issue => issue.Score >= MinScore && condition.Ids.Value.Contains(issue.Id)))
        && (Issues.Count > 0 || MinScore == 0 || entry.Issues.Any(issue => issue.Score >= MinScore));

    /// <summary>Returns all that the filter says as one text, the same for the same filter.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Lister}|{Days.From:yyyyMMdd}|{Days.To:yyyyMMdd}|{string.Join(',', Issues.Select(issue => issue.Listing))}|{Source}|{Actor}|{Language}|{MinScore:R}");
}

/// <summary>An issue that articles are to be about.</summary>
/// <param name="Listing">The listing of these articles.</param>
/// <param name="Ids">The ids of which an article has one at least; found where rows are left out by them.</param>
internal sealed record IssueCondition(IndexListing Listing, Lazy<IReadOnlySet<string>> Ids)
{
    /// <summary>Returns the condition of an issue.</summary>
    /// <param name="issueId">The concept's id.</param>
    /// <param name="narrower">Whether narrower issues count too.</param>
    /// <param name="taxonomy">The taxonomy.</param>
    public static IssueCondition Of(string issueId, bool narrower, Taxonomy taxonomy) => narrower && taxonomy.NarrowerOf(issueId).Any()
        ? new(IndexListing.Branch(issueId), new(() => taxonomy.Concepts.Select(concept => concept.Id).Where(id => taxonomy.BranchesOf(id).Contains(issueId)).ToHashSet(StringComparer.Ordinal)))
        : new(IndexListing.Issue(issueId), new(() => new HashSet<string>(StringComparer.Ordinal) { issueId }));
}
