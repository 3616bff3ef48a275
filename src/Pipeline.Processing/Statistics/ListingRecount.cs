using Pipeline.Storage.Index;
using Pipeline.Storage.Statistics;

namespace Pipeline.Processing.Statistics;

/// <summary>Counts the marked days of a listing again, and the months that add them up: both of a month are one transaction.</summary>
/// <param name="index">The listings.</param>
/// <param name="stats">The counts.</param>
internal sealed class ListingRecount(IIndexStore index, IStatsStore stats)
{
    private readonly ListingCounter _counter = new(index);

    /// <summary>Tries to count what is marked.</summary>
    /// <param name="counted">The listing.</param>
    /// <param name="hours">The marked hours.</param>
    /// <param name="cancellationToken">Ends the work early; months that were written stay, and say what is so.</param>
    /// <returns>How many articles there are; null where somebody else counted meanwhile, who may have read less or more.</returns>
    public async Task<CountedNumbers?> TryCountAsync(CountedListing counted, IEnumerable<DirtyHour> hours, CancellationToken cancellationToken)
    {
        // Tags are read before what they guard is counted: months before their days, and days before their rows.
        var months = (await stats.ReadNumbersAsync(counted.Generation, counted.Listing, StatsSpan.Month, null, null, cancellationToken)).ToDictionary(month => month.First);
        var articles = months.ToDictionary(month => month.Key, month => month.Value.Counts.Articles);
        var marked = new Dictionary<DateOnly, long>();
        foreach (var month in hours.GroupBy(hour => StatsKey.FirstOfMonth(hour.Day)))
        {
            if (await TryCountMonthAsync(counted, month.Key, months.GetValueOrDefault(month.Key), [.. month], cancellationToken) is not { } days)
            {
                return null;
            }

            articles[month.Key] = days.Values.Sum(day => day.Articles);
            foreach (var hour in month)
            {
                marked[hour.Day] = days[hour.Day].Articles;
            }
        }

        return new CountedNumbers(counted.Listing, articles.Values.Sum(), marked);
    }

    /// <summary>Counts the marked days of a month, and writes them and the month: at most 32 rows of at most some 110 KB as they are sent (50 names of a kind, of 100 characters that JSON escapes), less than the 4 MiB that a transaction takes.</summary>
    /// <returns>All days of the month; null where somebody else counted meanwhile.</returns>
    private async Task<IReadOnlyDictionary<DateOnly, StatsCounts>?> TryCountMonthAsync(
        CountedListing counted, DateOnly first, SpanCounts? previous, IReadOnlyCollection<DirtyHour> hours, CancellationToken cancellationToken)
    {
        var last = new DateOnly(first.Year, first.Month, DateTime.DaysInMonth(first.Year, first.Month));
        var present = (await stats.ReadAsync(counted.Generation, counted.Listing, StatsSpan.Day, first, last, cancellationToken)).ToDictionary(day => day.First);
        var days = present.ToDictionary(day => day.Key, day => day.Value.Counts);
        var writes = new List<StatsWrite>();
        foreach (var day in hours.GroupBy(hour => hour.Day))
        {
            var before = present.GetValueOrDefault(day.Key);
            if (await TryCountDayAsync(counted, day.Key, before?.Counts.Articles ?? 0, [.. day.Select(hour => hour.Hour).Distinct()], cancellationToken) is not { } counts)
            {
                return null;
            }

            days[day.Key] = counts;
            if (before?.Counts.Says(counts) != true)
            {
                writes.Add(new StatsWrite(StatsKey.Day(counted.Listing, day.Key), counts, before?.Tag));
            }
        }

        var sum = StatsCounts.Sum(days.Values);
        if (writes.Count > 0 || sum.Articles != (previous?.Counts.Articles ?? 0))
        {
            writes.Add(new StatsWrite(StatsKey.Month(counted.Listing, first), sum, previous?.Tag));
        }

        return await stats.TryWriteAsync(counted.Generation, writes, cancellationToken) ? days : null;
    }

    private async Task<StatsCounts?> TryCountDayAsync(CountedListing counted, DateOnly day, long previous, IReadOnlyList<int> hours, CancellationToken cancellationToken)
    {
        var isLarge = previous > RecountStatsProcessor.MaxDayRows;
        return (isLarge ? null : await _counter.CountAsync(counted, day.ToDateTime(TimeOnly.MinValue), TimeSpan.FromDays(1), RecountStatsProcessor.MaxDayRows, cancellationToken))
            // A day that has only now grown large has no hours yet.
            ?? await TryCountHoursAsync(counted, day, isLarge ? hours : [.. Enumerable.Range(0, 24)], cancellationToken);
    }

    private async Task<StatsCounts?> TryCountHoursAsync(CountedListing counted, DateOnly day, IReadOnlyList<int> hours, CancellationToken cancellationToken)
    {
        var present = await stats.ReadHoursAsync(counted.Generation, counted.Listing, day, cancellationToken);
        var counts = present.ToDictionary(hour => hour.Key, hour => hour.Value.Value);
        foreach (var hour in hours)
        {
            counts[hour] = (await _counter.CountAsync(counted, day.ToDateTime(new TimeOnly(hour, 0)), TimeSpan.FromHours(1), int.MaxValue, cancellationToken))!;
        }

        var writes = hours
            .Where(hour => present.GetValueOrDefault(hour)?.Value.Says(counts[hour]) != true)
            .Select(hour => new StatsWrite(StatsKey.Hour(counted.Listing, day, hour), counts[hour], present.GetValueOrDefault(hour)?.Tag))
            .ToList();
        return await stats.TryWriteAsync(counted.Generation, writes, cancellationToken) ? StatsCounts.Sum(counts.Values) : null;
    }
}

/// <summary>How many articles a listing has.</summary>
/// <param name="Listing">The listing.</param>
/// <param name="Total">All of them.</param>
/// <param name="Days">Those of the days that were counted.</param>
internal sealed record CountedNumbers(IndexListing Listing, long Total, IReadOnlyDictionary<DateOnly, long> Days);
