using Pipeline.Processing.Queries.Statistics;
using Pipeline.Storage.Generations;
using Pipeline.Storage.Index;
using Pipeline.Storage.Keys;
using Pipeline.Storage.Statistics;
using Pipeline.Testing;
using Pipeline.Testing.InMemory;
using Pipeline.Text;
using Xunit;

namespace Pipeline.Processing.Tests.Statistics;

/// <summary>Articles that are counted when a test says so.</summary>
internal static class Counting
{
    public static readonly DateOnly Day = new(2024, 5, 2);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<(string Start, long Articles)[]> TimelineAsync(this TestPipeline pipeline, string? issue, string by)
    {
        var from = by == "month" ? null : "2024-01-01";
        var to = by == "month" ? null : "2024-12-31";
        var timeline = (await pipeline.Timelines.GetAsync(new TimelineParameters(issue, from, to, by, null), Token)).Value!;
        return [.. timeline.Points.Select(point => (point.Start.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), point.Articles))];
    }

    public static async Task RecountAsync(this TestPipeline pipeline, DateOnly day, int hour)
    {
        await pipeline.Storage.Dirty.MarkAsync("a", [new DirtyHour(IndexGenerations.First, IndexListing.All, day, hour)], Token);
        await pipeline.RecountStats.ProcessAsync(Token);
    }

    public static async Task PutAsync(this TestPipeline pipeline, int number, DateTime time)
    {
        var key = KeyOf(number, time);
        await pipeline.Storage.Index.TryPutAsync(
            new IndexRow(key, new IndexEntry { ArticleId = ArticleIds.ForFile($"{number}"), Rev = 1, Published = new PublicationDate(DateOnly.FromDateTime(time)) }), Token);
    }

    public static IndexKey KeyOf(int number, DateTime time) =>
        InMemoryIndexStore.Layout.KeyOf(IndexGenerations.First, IndexListing.All, new IndexPosition(time, ArticleIds.ForFile($"{number}")));

    /// <summary>Puts an article into listings of issues, and marks them.</summary>
    public static async Task<IReadOnlyList<IndexListing>> PutListingsAsync(this TestPipeline pipeline, int count)
    {
        var listings = Enumerable.Range(0, count).Select(i => IndexListing.Issue($"issue-{i:D3}")).ToList();
        var entry = new IndexEntry { ArticleId = ArticleIds.ForFile("a"), Rev = 1, Published = new PublicationDate(Day) };
        foreach (var listing in listings)
        {
            var key = InMemoryIndexStore.Layout.KeyOf(IndexGenerations.First, listing, new IndexPosition(Day.ToDateTime(new TimeOnly(7, 0)), entry.ArticleId));
            await pipeline.Storage.Index.TryPutAsync(new IndexRow(key, entry), Token);
            await pipeline.Storage.Dirty.MarkAsync(entry.ArticleId, [new DirtyHour(IndexGenerations.First, listing, Day, 7)], Token);
        }

        return listings;
    }
}
