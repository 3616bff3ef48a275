using Pipeline.Storage.Articles;
using Pipeline.Storage.Index;
using Pipeline.Storage.Keys;
using Pipeline.Text.Duplicates;
using Pipeline.Text.Tagging;

namespace Pipeline.Processing.Tagging;

/// <summary>Says in which listings a tagged article stands, and with what. Each is a row to write.</summary>
internal static class ArticleListings
{
    /// <summary>The number of actors, the leading ones, whose listings an article stands in.</summary>
    public const int LeadingActors = 5;

    /// <summary>Returns the listings of an article.</summary>
    /// <param name="head">The article.</param>
    /// <param name="entry">What a row holds of it, the sentences for digests included.</param>
    /// <param name="taxonomy">The taxonomy that it is tagged with.</param>
    public static IEnumerable<ListedEntry> Of(ArticleHead head, IndexEntry entry, Taxonomy taxonomy)
    {
        // Digests are made of days and of issues.
        var time = head.EffectiveDate.Time;
        var plain = entry with { Candidates = [] };
        yield return new ListedEntry(IndexListing.All, time, entry);
        yield return new ListedEntry(IndexListing.Arrival, entry.Updated.UtcDateTime, plain);
        if (head.Source is { } source)
        {
            yield return new ListedEntry(IndexListing.Source(source), time, plain);
        }

        foreach (var actor in entry.Actors.Select(actor => NameKeys.Actor(actor.Name, actor.Wikidata)).Distinct(StringComparer.Ordinal))
        {
            yield return new ListedEntry(IndexListing.Actor(actor), time, plain);
        }

        foreach (var issue in head.Issues)
        {
            yield return new ListedEntry(IndexListing.Issue(issue.Id), time, entry with { Score = issue.Score });
        }

        foreach (var (branch, score) in BranchesOf(head.Issues, taxonomy))
        {
            yield return new ListedEntry(IndexListing.Branch(branch), time, entry with { Score = score });
        }

        foreach (var band in TextSignature.BandsOf(head.Signature.Span))
        {
            yield return new ListedEntry(IndexListing.Near(band), time, new IndexEntry { ArticleId = head.ArticleId, Rev = 0, Signature = head.Signature });
        }
    }

    /// <summary>Returns the branches that have more in them than one issue, each with the best score of its issues.</summary>
    private static IEnumerable<(string Branch, double Score)> BranchesOf(IReadOnlyList<IssueScore> issues, Taxonomy taxonomy) => issues
        .SelectMany(issue => taxonomy.BranchesOf(issue.Id).Select(branch => (Branch: branch, issue.Score)))
        .Where(pair => taxonomy.NarrowerOf(pair.Branch).Any())
        .GroupBy(pair => pair.Branch, StringComparer.Ordinal)
        .Select(group => (group.Key, group.Max(pair => pair.Score)));
}

/// <summary>A listing that an article stands in.</summary>
/// <param name="Listing">The listing.</param>
/// <param name="Time">The time that orders it there.</param>
/// <param name="Entry">What the row holds.</param>
internal sealed record ListedEntry(IndexListing Listing, DateTime Time, IndexEntry Entry);
