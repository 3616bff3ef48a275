using System.Globalization;
using Pipeline.Storage.Index;

namespace Pipeline.Processing.Queries;

/// <summary>A range of days that is asked for; the day of an article is that in its own zone.</summary>
/// <param name="From">The first day; null for no bound.</param>
/// <param name="To">The last day, included; null for no bound.</param>
internal sealed record DayRange(DateOnly? From, DateOnly? To)
{
    /// <summary>Gets the last day; the last of all where there is no bound.</summary>
    public DateOnly LastDay => To ?? DateOnly.MaxValue;

    /// <summary>Reads the parameters <c>date</c>, <c>from</c> and <c>to</c>; null for one that is not given.</summary>
    public static QueryResult<DayRange> Read(string? date, string? from, string? to)
    {
        if (date is not null && (from is not null || to is not null))
        {
            return QueryProblem.Parameter("date", "does not go together with 'from' or 'to'");
        }

        if (!TryReadDay(date ?? from, out var first))
        {
            return NotADay(date is null ? "from" : "date");
        }

        if (!TryReadDay(date ?? to, out var last))
        {
            return NotADay("to");
        }

        return first > last ? QueryProblem.Parameter("from", "must not be after 'to'") : new DayRange(first, last);
    }

    /// <summary>Returns the range of a listing.</summary>
    public IndexQuery Of(IndexListing listing) => new(
        listing,
        From?.ToDateTime(TimeOnly.MinValue),
        To is null || To == DateOnly.MaxValue ? null : To.Value.AddDays(1).ToDateTime(TimeOnly.MinValue));

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
}
