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
/// <param name="time">The clock.</param>
internal sealed class SliceRecount(ListingRecount listings, IStatsStore stats, IDirtyStore dirty, TimeProvider time)
{
    /// <summary>After so many listings it is looked whether <see cref="WriteInterval"/> has passed.</summary>
    internal const int ListingsAtOnce = 20;

    /// <summary>How long what was counted may wait to be written: a listing that takes longer than a run may holds up no more than those beside it.</summary>
    internal static readonly TimeSpan WriteInterval = TimeSpan.FromSeconds(10);

    // Listings that are counted at the same time, each a handful of small calls for a month: nobody waits for counts, and others for the storage.
    private const int Parallelism = 2;

    /// <summary>Counts what is marked, the listings with the fewest marks first.</summary>
    /// <param name="generation">The generation of the index that all marks are of.</param>
    /// <param name="marks">The marks.</param>
    /// <param name="cancellationToken">Ends the work early: marks stay until all that they stand for was written.</param>
    /// <returns>Why listings could not be counted: one must not keep the others from it, and its marks stay.</returns>
    public async Task<IReadOnlyCollection<Exception>> CountAsync(int generation, IReadOnlyCollection<DirtyMark> marks, CancellationToken cancellationToken)
    {
        // Tags are read before anything is counted: where two count, the one that writes later may have read less, and looks again.
        var totals = await stats.ReadListingsAsync(generation, day: null, cancellationToken);
        var days = new ConcurrentDictionary<DateOnly, ListingNumbers>();
        await BoundedWork.ForEachAsync(
            marks.Select(mark => mark.Hour.Day).Distinct(),
            Parallelism,
            async (day, token) => days[day] = await stats.ReadListingsAsync(generation, day, token),
            cancellationToken);

        var counted = new ConcurrentQueue<CountedNumbers>();
        var failures = new ConcurrentQueue<Exception>();
        var byListing = marks.ToLookup(mark => mark.Hour.Listing);
        var written = time.GetTimestamp();
        foreach (var chunk in byListing.OrderBy(listing => listing.Count()).Chunk(ListingsAtOnce))
        {
            await BoundedWork.ForEachAsync(
                chunk,
                Parallelism,
                async (listing, token) =>
                {
                    try
                    {
                        if (await listings.TryCountAsync(new CountedListing(generation, listing.Key), listing.Select(mark => mark.Hour), token) is { } numbers)
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
            if (time.GetElapsedTime(written) >= WriteInterval)
            {
                await WriteAllAsync();
                written = time.GetTimestamp();
            }
        }

        await WriteAllAsync();
        return failures;

        async Task WriteAllAsync()
        {
            var done = await WriteAsync(generation, [.. counted], totals, days, cancellationToken);
            await dirty.RemoveAsync([.. done.SelectMany(listing => byListing[listing])], cancellationToken);
            counted.Clear();
        }
    }

    /// <summary>Writes the numbers of all listings that were counted.</summary>
    /// <returns>The listings of which all was written.</returns>
    private async Task<IReadOnlyCollection<IndexListing>> WriteAsync(
        int generation, IReadOnlyCollection<CountedNumbers> counted, ListingNumbers totals, ConcurrentDictionary<DateOnly, ListingNumbers> days, CancellationToken cancellationToken)
    {
        var unwritten = new ConcurrentBag<IndexListing>(await WriteAsync(generation, day: null, counted.Select(listing => (listing.Listing, listing.Total)), totals, cancellationToken));
        await BoundedWork.ForEachAsync(
            counted.SelectMany(listing => listing.Days, (listing, day) => (Day: day.Key, Number: (listing.Listing, day.Value))).GroupBy(number => number.Day, number => number.Number),
            Parallelism,
            async (day, token) =>
            {
                foreach (var listing in await WriteAsync(generation, day.Key, day, days[day.Key], token))
                {
                    unwritten.Add(listing);
                }
            },
            cancellationToken);
        return [.. counted.Select(listing => listing.Listing).Except(unwritten)];
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
