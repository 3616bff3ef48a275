using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Pipeline.Processing.Delivery;
using Pipeline.Storage;
using Pipeline.Storage.Generations;
using Pipeline.Storage.Index;
using Pipeline.Storage.Statistics;

namespace Pipeline.Processing.Statistics;

/// <summary>
/// Counts again what was marked: nothing is ever incremented, so that what comes twice counts once. A day is counted from its
/// index rows; one of more than <see cref="MaxDayRows"/> articles by its hours, of which only the marked ones are read.
/// Months add days up, and the total adds months.
/// </summary>
public sealed partial class RecountStatsProcessor(
    IIndexStore index, IStatsStore stats, IDirtyStore dirty, IGenerationStore generations, WorkBacklog backlog, TimeProvider time, ILogger<RecountStatsProcessor> logger)
{
    /// <summary>How long counting waits at the most while articles wait to be processed: these go first.</summary>
    public static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(5);

    /// <summary>The longest rest after a run, however long it took.</summary>
    public static readonly TimeSpan MaxRest = TimeSpan.FromMinutes(1);

    /// <summary>The most marks of one run; the next run takes the rest.</summary>
    public const int MaxMarks = 5_000;

    /// <summary>The most articles of a day that is counted in one go.</summary>
    public const int MaxDayRows = 2_000;

    // Listings that are counted at the same time, each a handful of small calls for a day: nobody waits for counts, and others for the storage.
    private const int Parallelism = 2;

    private readonly ListingCounter _counter = new(index);
    private readonly BackgroundRest _rest = new(MaxRest, time);

    /// <summary>Counts all that is marked, unless it was counted a moment ago, or articles wait.</summary>
    /// <param name="cancellationToken">Ends the run early: what was not counted stays marked.</param>
    public async Task ProcessAsync(CancellationToken cancellationToken)
    {
        if (_rest.IsResting || (_rest.Since < MaxWait && await backlog.IsBusyAsync(cancellationToken)))
        {
            return;
        }

        await _rest.RunAsync(() => RecountAsync(cancellationToken));
    }

    private async Task RecountAsync(CancellationToken cancellationToken)
    {
        var marks = await dirty.ReadAsync(MaxMarks, cancellationToken);
        if (marks is [])
        {
            return;
        }

        // Articles name rows of generations whose tables went, until they are tagged again: there is nothing to count.
        var present = (await generations.ReadAsync(cancellationToken))?.Value ?? new IndexGenerations();
        var isThere = marks.ToLookup(mark => mark.Hour.Generation == 0 || present.Present.Contains(mark.Hour.Generation));
        foreach (var mark in isThere[false])
        {
            await dirty.RemoveAsync(mark, cancellationToken);
        }

        var failures = new ConcurrentQueue<Exception>();
        await BoundedWork.ForEachAsync(
            isThere[true].GroupBy(mark => new CountedListing(mark.Hour.Generation, mark.Hour.Listing)).OrderBy(listing => listing.Count()),
            Parallelism,
            async (listing, token) =>
            {
                try
                {
                    await RecountAsync(listing.Key, [.. listing], token);
                }
                catch (Exception exception) when (!token.IsCancellationRequested)
                {
                    // One listing that cannot be counted must not keep the others from it; its marks stay.
                    failures.Enqueue(exception);
                }
            },
            cancellationToken);
        Log.Recounted(logger, marks.Count);
        if (!failures.IsEmpty)
        {
            throw new AggregateException($"{failures.Count} listings could not be counted.", failures);
        }
    }

    /// <summary>Counts what is marked of a listing, month by month: a run that is cut short has done some of them.</summary>
    private async Task RecountAsync(CountedListing counted, IReadOnlyList<DirtyMark> marks, CancellationToken cancellationToken)
    {
        foreach (var month in marks.GroupBy(mark => new DateOnly(mark.Hour.Day.Year, mark.Hour.Day.Month, 1)))
        {
            var isWritten = true;
            foreach (var day in month.GroupBy(mark => mark.Hour.Day))
            {
                isWritten &= await TryRecountDayAsync(counted, day.Key, [.. day.Select(mark => mark.Hour.Hour).Distinct()], cancellationToken);
            }

            var last = new DateOnly(month.Key.Year, month.Key.Month, DateTime.DaysInMonth(month.Key.Year, month.Key.Month));
            isWritten &= await TryReplaceAsync(counted, StatsKey.Month(counted.Listing, month.Key), () => SumAsync(counted, StatsSpan.Day, month.Key, last, cancellationToken), cancellationToken);
            isWritten &= await TryReplaceAsync(counted, StatsKey.Total(counted.Listing), () => SumAsync(counted, StatsSpan.Month, null, null, cancellationToken), cancellationToken);

            // Somebody else counted meanwhile: whoever was later may have read less. The next run looks again.
            foreach (var mark in isWritten ? month.AsEnumerable() : [])
            {
                await dirty.RemoveAsync(mark, cancellationToken);
            }
        }
    }

    private async Task<bool> TryRecountDayAsync(CountedListing counted, DateOnly day, IReadOnlyList<int> hours, CancellationToken cancellationToken)
    {
        var key = StatsKey.Day(counted.Listing, day);
        var turned = await stats.ReadRowAsync(counted.Generation, StatsKey.OfDay(counted.Listing, day), cancellationToken);
        var previous = await stats.ReadRowAsync(counted.Generation, key, cancellationToken);
        var counts = previous?.Value.Articles > MaxDayRows
            ? null
            : await _counter.CountAsync(counted, day.ToDateTime(TimeOnly.MinValue), TimeSpan.FromDays(1), MaxDayRows, cancellationToken);
        var isWritten = true;
        if (counts is null)
        {
            // A day that has only now grown large has no hours yet.
            foreach (var hour in previous?.Value.Articles > MaxDayRows ? hours : Enumerable.Range(0, 24))
            {
                isWritten &= await TryReplaceAsync(
                    counted,
                    StatsKey.Hour(counted.Listing, day, hour),
                    async () => (await _counter.CountAsync(counted, day.ToDateTime(new TimeOnly(hour, 0)), TimeSpan.FromHours(1), int.MaxValue, cancellationToken))!,
                    cancellationToken);
            }

            counts = StatsCounts.Sum(await stats.ReadHoursAsync(counted.Generation, counted.Listing, day, cancellationToken));
        }

        return isWritten
            && await TryWriteAsync(counted, key, counts, previous, cancellationToken)
            && await TryWriteAsync(counted, StatsKey.OfDay(counted.Listing, day), NumberOnly(counts), turned, cancellationToken);
    }

    private async Task<StatsCounts> SumAsync(CountedListing counted, StatsSpan span, DateOnly? from, DateOnly? to, CancellationToken cancellationToken)
    {
        var spans = await stats.ReadAsync(counted.Generation, counted.Listing, span, from, to, cancellationToken);
        return StatsCounts.Sum([.. spans.Select(counts => counts.Counts)]);
    }

    /// <summary>Replaces a row by what is counted after it was read, so that of two who count the later one wins.</summary>
    private async Task<bool> TryReplaceAsync(CountedListing counted, StatsKey key, Func<Task<StatsCounts>> count, CancellationToken cancellationToken)
    {
        var previous = await stats.ReadRowAsync(counted.Generation, key, cancellationToken);
        return await TryWriteAsync(counted, key, await count(), previous, cancellationToken);
    }

    /// <summary>Writes a row, unless it says the same already.</summary>
    private async Task<bool> TryWriteAsync(CountedListing counted, StatsKey key, StatsCounts counts, Stored<StatsCounts>? previous, CancellationToken cancellationToken) =>
        previous?.Value.Says(counts) == true || await stats.TryWriteAsync(counted.Generation, key, counts, previous, cancellationToken);

    private static StatsCounts NumberOnly(StatsCounts counts) => StatsCounts.None with { Articles = counts.Articles };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "Counted {Marks} marked hours again.")]
        public static partial void Recounted(ILogger logger, int marks);
    }
}
