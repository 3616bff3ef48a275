using System.Collections.Concurrent;
using Pipeline.Processing.Delivery;
using Pipeline.Storage;
using Pipeline.Storage.Index;
using Pipeline.Storage.Statistics;

namespace Pipeline.Processing.Statistics;

/// <summary>
/// Counts a slice of the marks: each listing by itself, then the numbers that all listings of a day share a partition for, and
/// those of all time, a transaction for a hundred of them; then the marks go.
/// </summary>
/// <param name="listings">Counts a listing.</param>
/// <param name="stats">The counts.</param>
/// <param name="dirty">The marks.</param>
internal sealed class SliceRecount(ListingRecount listings, IStatsStore stats, IDirtyStore dirty)
{
    // Listings that are counted at the same time, each a handful of small calls for a month: nobody waits for counts, and others for the storage.
    private const int Parallelism = 2;

    /// <summary>Counts what is marked.</summary>
    /// <param name="generation">The generation of the index that all marks are of.</param>
    /// <param name="marks">The marks.</param>
    /// <param name="cancellationToken">Ends the work early: marks stay until all that they stand for was written.</param>
    /// <returns>Why listings could not be counted: one must not keep the others from it, and its marks stay.</returns>
    public async Task<IReadOnlyCollection<Exception>> CountAsync(int generation, IReadOnlyCollection<DirtyMark> marks, CancellationToken cancellationToken)
    {
        // Tags are read before anything is counted: of two who count, the first one writes, and the other one looks again.
        var totals = await stats.ReadListingsAsync(generation, day: null, cancellationToken);
        var days = new ConcurrentDictionary<DateOnly, ListingNumbers>();
        await BoundedWork.ForEachAsync(
            marks.Select(mark => mark.Hour.Day).Distinct(),
            Parallelism,
            async (day, token) => days[day] = await stats.ReadListingsAsync(generation, day, token),
            cancellationToken);

        var counted = new ConcurrentQueue<CountedNumbers>();
        var failures = new ConcurrentQueue<Exception>();
        await BoundedWork.ForEachAsync(
            marks.Select(mark => mark.Hour).GroupBy(hour => hour.Listing),
            Parallelism,
            async (listing, token) =>
            {
                try
                {
                    if (await listings.TryCountAsync(new CountedListing(generation, listing.Key), listing, token) is { } numbers)
                    {
                        counted.Enqueue(numbers);
                    }
                }
                catch (Exception exception) when (!token.IsCancellationRequested)
                {
                    failures.Enqueue(exception);
                }
            },
            cancellationToken);

        var done = counted.Select(numbers => numbers.Listing).ToHashSet();
        done.ExceptWith(await WriteAsync(generation, day: null, counted.Select(numbers => (numbers.Listing, numbers.Total)), totals, cancellationToken));
        await BoundedWork.ForEachAsync(
            days,
            Parallelism,
            async (day, token) =>
            {
                var numbers = counted.Where(listing => listing.Days.ContainsKey(day.Key)).Select(listing => (listing.Listing, listing.Days[day.Key]));
                var unwritten = await WriteAsync(generation, day.Key, numbers, day.Value, token);
                lock (done)
                {
                    done.ExceptWith(unwritten);
                }
            },
            cancellationToken);
        await dirty.RemoveAsync([.. marks.Where(mark => done.Contains(mark.Hour.Listing))], cancellationToken);
        return failures;
    }

    /// <summary>Writes numbers of listings, those that are not the same already.</summary>
    /// <returns>The listings whose number somebody else wrote meanwhile, and those of the same transaction.</returns>
    private async Task<IReadOnlyCollection<IndexListing>> WriteAsync(
        int generation,
        DateOnly? day,
        IEnumerable<(IndexListing Listing, long Articles)> numbers,
        ListingNumbers previous,
        CancellationToken cancellationToken)
    {
        var unwritten = new List<IndexListing>();
        foreach (var chunk in numbers.Where(number => number.Articles != previous.ArticlesOf(number.Listing)).Chunk(TableLimits.TransactionRows))
        {
            var writes = chunk.Select(number => new StatsWrite(
                StatsKey.Number(number.Listing, day), StatsCounts.None with { Articles = number.Articles }, previous.TagOf(number.Listing)));
            if (!await stats.TryWriteAsync(generation, [.. writes], cancellationToken))
            {
                unwritten.AddRange(chunk.Select(number => number.Listing));
            }
        }

        return unwritten;
    }
}
