using Microsoft.Extensions.Logging;
using Pipeline.Processing.Delivery;
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

    // From so many marks on a slice ends with its day. Chosen: few enough that a run that is cut short has counted most of them, and enough that listings share the calls of a day.
    private const int SliceMarks = 1_000;

    private readonly SliceRecount _slices = new(new ListingRecount(index, stats), stats, dirty, time);
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
        var isThere = marks.ToLookup(mark => present.Has(mark.Hour.Generation));
        await dirty.RemoveAsync([.. isThere[false]], cancellationToken);

        var failures = new List<Exception>();
        foreach (var generation in isThere[true].GroupBy(mark => mark.Hour.Generation))
        {
            foreach (var slice in Slices(generation))
            {
                try
                {
                    failures.AddRange(await _slices.CountAsync(generation.Key, slice, cancellationToken));
                }
                catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
                {
                    // The tables of a generation may go while it is counted; the others are counted.
                    failures.Add(exception);
                }
            }
        }

        Log.Recounted(logger, marks.Count);
        if (failures.Count > 0)
        {
            throw new AggregateException($"{failures.Count} listings or slices of marks could not be counted.", failures);
        }
    }

    /// <summary>Divides marks by days, the newest first: the listings of a day are counted together.</summary>
    private static IEnumerable<IReadOnlyCollection<DirtyMark>> Slices(IEnumerable<DirtyMark> marks)
    {
        var slice = new List<DirtyMark>();
        foreach (var day in marks.GroupBy(mark => mark.Hour.Day).OrderByDescending(day => day.Key))
        {
            slice.AddRange(day);
            if (slice.Count >= SliceMarks)
            {
                yield return slice;
                slice = [];
            }
        }

        if (slice.Count > 0)
        {
            yield return slice;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "Counted {Marks} marked hours again.")]
        public static partial void Recounted(ILogger logger, int marks);
    }
}
