using System.Globalization;
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
        if (!TryReadLimit(out var limit))
        {
            return QueryProblem.Parameter("limit", $"must be a number from 1 to {MaxLimit}");
        }

        if (Date is not null && (From is not null || To is not null))
        {
            return QueryProblem.Parameter("date", "does not go together with 'from' or 'to'");
        }

        if (!TryReadDay(Date ?? From, out var from))
        {
            return NotADay(Date is null ? "from" : "date");
        }

        if (!TryReadDay(Date ?? To, out var to))
        {
            return NotADay("to");
        }

        if (from > to)
        {
            return QueryProblem.Parameter("from", "must not be after 'to'");
        }

        if (Issue is not null && taxonomy.Find(Issue) is null)
        {
            return QueryProblem.Parameter("issue", "must be the id of an issue, as /issues lists them");
        }

        var listing = Issue is null ? IndexListing.All : IndexListing.Issue(Issue);
        var query = new IndexQuery(listing, from?.ToDateTime(TimeOnly.MinValue), EndOf(to));
        IndexKey? after = null;
        if (Cursor is not null && !ListingCursor.TryRead(Cursor, query, out after))
        {
            return new QueryProblem(QueryProblemKind.InvalidCursor, "The cursor is not one that this listing gave with these parameters.");
        }

        return new ListingPage(query, after, limit);
    }

    private static QueryProblem NotADay(string name) => QueryProblem.Parameter(name, "must be a day of the form yyyy-MM-dd");

    private static bool TryReadDay(string? text, out DateOnly? day)
    {
        day = null;
        if (text is null)
        {
            return true;
        }

        var read = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value);
        day = value;
        return read;
    }

    private static DateTime? EndOf(DateOnly? day) => day is null || day == DateOnly.MaxValue ? null : day.Value.AddDays(1).ToDateTime(TimeOnly.MinValue);

    private bool TryReadLimit(out int limit)
    {
        limit = DefaultLimit;
        return Limit is null || (int.TryParse(Limit, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= MaxLimit);
    }
}

/// <summary>One page of a listing that is asked for.</summary>
/// <param name="Query">The listing and range.</param>
/// <param name="After">The last row of the page before; null for the first page.</param>
/// <param name="Limit">The most rows.</param>
internal sealed record ListingPage(IndexQuery Query, IndexKey? After, int Limit);
