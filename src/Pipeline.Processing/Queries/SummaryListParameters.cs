using Pipeline.Storage.Index;
using Pipeline.Text.Tagging;

namespace Pipeline.Processing.Queries;

/// <summary>What a listing of summaries is asked for, as text; null for a parameter that is not given.</summary>
/// <param name="Date">One day, <c>yyyy-MM-dd</c>; not together with a range.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, included.</param>
/// <param name="Issue">The concept's id.</param>
/// <param name="Cursor">Where the page begins.</param>
/// <param name="Limit">The most items, from 1 to 100; 20 where it is not given.</param>
public sealed record SummaryListParameters(string? Date, string? From, string? To, string? Issue, string? Cursor, string? Limit)
{
    /// <summary>The most items of a page where the caller does not say.</summary>
    public const int DefaultLimit = 20;

    /// <summary>The most items of a page that a caller can ask for.</summary>
    public const int MaxLimit = 100;

    /// <summary>Reads the parameters.</summary>
    /// <param name="taxonomy">The taxonomy in force.</param>
    internal QueryResult<ListingPage> Read(Taxonomy taxonomy)
    {
        if (!NumberParameter.TryRead(Limit, DefaultLimit, MaxLimit, out var limit))
        {
            return QueryProblem.Parameter("limit", $"must be a number from 1 to {MaxLimit}");
        }

        var days = DayRange.Read(Date, From, To);
        if (days.Problem is not null)
        {
            return days.Problem;
        }

        if (Issue is not null && taxonomy.Find(Issue) is null)
        {
            return QueryProblem.Parameter("issue", "must be the id of an issue, as /issues lists them");
        }

        var listing = Issue is null ? IndexListing.All : IndexListing.Issue(Issue);
        var query = days.Value!.Of(listing);
        IndexKey? after = null;
        if (Cursor is not null && !ListingCursor.TryRead(Cursor, query, out after))
        {
            return new QueryProblem(QueryProblemKind.InvalidCursor, "The cursor is not one that this listing gave with these parameters.");
        }

        return new ListingPage(query, after, limit);
    }
}

/// <summary>One page of a listing that is asked for.</summary>
/// <param name="Query">The listing and range.</param>
/// <param name="After">The last row of the page before; null for the first page.</param>
/// <param name="Limit">The most rows.</param>
internal sealed record ListingPage(IndexQuery Query, IndexKey? After, int Limit);
