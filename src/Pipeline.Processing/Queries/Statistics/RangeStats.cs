using Pipeline.Processing.Generations;
using Pipeline.Storage.Index;
using Pipeline.Storage.Statistics;

namespace Pipeline.Processing.Queries.Statistics;

/// <summary>Adds up what a listing has over a range of days: whole months by their own rows, the days before and behind them by theirs, at most three queries.</summary>
/// <param name="stats">The counts.</param>
/// <param name="generations">The generations of the index.</param>
public sealed class RangeStats(IStatsStore stats, GenerationsInForce generations)
{
    /// <summary>Adds up a range.</summary>
    /// <param name="listing">The listing.</param>
    /// <param name="days">The range.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    internal async Task<StatsCounts> SumAsync(IndexListing listing, DayRange days, CancellationToken cancellationToken)
    {
        var generation = (await generations.GetAsync(cancellationToken)).Live;
        var parts = await Task.WhenAll(Parts(days).Select(part => stats.ReadAsync(generation, listing, part.Span, part.From, part.To, cancellationToken)));
        return StatsCounts.Sum([.. parts.SelectMany(part => part).Select(span => span.Counts)]);
    }

    private static IEnumerable<(StatsSpan Span, DateOnly? From, DateOnly? To)> Parts(DayRange days)
    {
        // In front of the calendar's first month there is no day to end a whole month, and behind its last none to begin one.
        if (days.To is { Year: 1, Month: 1 } || days.From is { Year: 9999, Month: 12 })
        {
            yield return (StatsSpan.Day, days.From, days.To);
            yield break;
        }

        // The first day of the first whole month, and the last of the last one; null for no bound.
        var first = days.From is { Day: > 1 } from ? NextMonth(from) : days.From;
        var last = days.To is { } to && !IsLastOfMonth(to) ? StatsKey.FirstOfMonth(to).AddDays(-1) : days.To;
        if (first > last)
        {
            yield return (StatsSpan.Day, days.From, days.To);
            yield break;
        }

        if (first != days.From)
        {
            yield return (StatsSpan.Day, days.From, first!.Value.AddDays(-1));
        }

        yield return (StatsSpan.Month, first, last);
        if (last != days.To)
        {
            yield return (StatsSpan.Day, last!.Value.AddDays(1), days.To);
        }
    }

    private static DateOnly NextMonth(DateOnly day) => StatsKey.FirstOfMonth(day).AddMonths(1);

    private static bool IsLastOfMonth(DateOnly day) => day.Day == DateTime.DaysInMonth(day.Year, day.Month);
}
