using Pipeline.Storage.Index;
using Pipeline.Storage.Statistics;

namespace Pipeline.Processing.Queries.Digests;

/// <summary>
/// Reads the rows that a digest is made of, in a bounded number of calls: all of a range, or, where they are more than one page
/// takes, the newest page and a page of each of ten parts of the rest, cut by how many articles there are.
/// </summary>
/// <param name="index">The listings.</param>
/// <param name="stats">The counts by which the parts are cut. Where they are not there yet, the parts are as long as each other; without a start of the range, one.</param>
internal sealed class DigestRows(IIndexStore index, IStatsStore stats)
{
    /// <summary>The most rows of one call: what the store takes.</summary>
    public const int PageRows = IIndexStore.MaxRows;

    /// <summary>The parts that the time behind the first page is cut into, each read by one call.</summary>
    public const int MaxParts = 10;

    /// <summary>The most rows of a digest.</summary>
    public const int MaxRows = PageRows * (MaxParts + 1);

    // What one query of a table gives.
    private const int MaxCountedDays = 1_000;

    /// <summary>Reads a range.</summary>
    /// <param name="range">The listing and the range, with the columns of digests.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The rows, and whether there are more that were left out.</returns>
    public async Task<(IReadOnlyList<IndexRow> Rows, bool Sampled)> ReadAsync(IndexQuery range, CancellationToken cancellationToken)
    {
        var first = await index.ReadAsync(range, after: null, PageRows, cancellationToken);
        if (first.Next is not { } next)
        {
            return (first.Rows, false);
        }

        var newest = first.Rows[^1].Position.Time;
        var starts = PartStarts.Cut(await CountAsync(range, newest, cancellationToken), range.From, newest, MaxParts, PageRows);
        var parts = Enumerable.Range(0, starts.Count + 1).Select(part => range with
        {
            From = part < starts.Count ? starts[part] : range.From,
            Before = part == 0 ? range.Before : starts[part - 1],
        });
        var pages = await Task.WhenAll(parts.Select((part, i) => index.ReadAsync(part, i == 0 ? next : null, PageRows, cancellationToken)));
        return ([.. first.Rows, .. pages.SelectMany(page => page.Rows)], Array.Exists(pages, page => page.Next is not null));
    }

    /// <summary>Counts a listing up to a moment: by days, or, where they are too many, by months.</summary>
    private async Task<IReadOnlyList<CountedSpan>> CountAsync(IndexQuery range, DateTime newest, CancellationToken cancellationToken)
    {
        var last = DateOnly.FromDateTime(newest);
        var oldest = range.From is { } from ? DateOnly.FromDateTime(from) : (DateOnly?)null;
        if (oldest is null || last.DayNumber - oldest.Value.DayNumber >= MaxCountedDays)
        {
            var months = await ReadAsync(StatsSpan.Month);
            if (months is [] || last.DayNumber - months[^1].First.DayNumber >= MaxCountedDays)
            {
                return [.. months.Select(month => new CountedSpan(month.First, new DateOnly(month.First.Year, month.First.Month, DateTime.DaysInMonth(month.First.Year, month.First.Month)), month.Counts.Articles))];
            }

            oldest ??= months[^1].First;
        }

        return [.. (await ReadAsync(StatsSpan.Day)).Select(day => new CountedSpan(day.First, day.First, day.Counts.Articles))];

        Task<IReadOnlyList<SpanCounts>> ReadAsync(StatsSpan span) => stats.ReadNumbersAsync(range.Generation, range.Listing, span, oldest, last, cancellationToken);
    }
}
