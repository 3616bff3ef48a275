using Pipeline.Storage.Index;
using Pipeline.Text.Tagging;

namespace Pipeline.Processing.Queries;

/// <summary>An issue over a range of days that is asked for.</summary>
/// <param name="Listing">The listing of its articles.</param>
/// <param name="Days">The days.</param>
internal sealed record IssueRange(IndexListing Listing, DayRange Days)
{
    /// <summary>Reads an issue of a route and the parameters <c>from</c>, <c>to</c> and <c>narrower</c>.</summary>
    /// <param name="issueId">The concept's id; null for all articles.</param>
    /// <param name="from">The first day, as text; null for no bound.</param>
    /// <param name="to">The last day, included, as text; null for no bound.</param>
    /// <param name="narrower">Whether narrower issues count too, as text; null for no.</param>
    /// <param name="taxonomy">The taxonomy in force.</param>
    public static QueryResult<IssueRange> Read(string? issueId, string? from, string? to, string? narrower, Taxonomy taxonomy)
    {
        if (!BooleanParameter.TryRead(narrower, out var withNarrower))
        {
            return QueryProblem.Parameter("narrower", "must be true or false");
        }

        if (issueId is not null && taxonomy.Find(issueId) is null)
        {
            return new QueryProblem(QueryProblemKind.NotFound, "There is no issue of that id; /issues lists them.");
        }

        var days = DayRange.Read(date: null, from, to);
        return days.Problem is { } problem ? problem : new IssueRange(ListingOf(issueId, withNarrower, taxonomy), days.Value!);
    }

    private static IndexListing ListingOf(string? issueId, bool withNarrower, Taxonomy taxonomy)
    {
        if (issueId is null)
        {
            return IndexListing.All;
        }

        return withNarrower && taxonomy.NarrowerOf(issueId).Any() ? IndexListing.Branch(issueId) : IndexListing.Issue(issueId);
    }
}
