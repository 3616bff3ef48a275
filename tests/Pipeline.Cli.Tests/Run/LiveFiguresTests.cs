using Pipeline.Cli.Run;
using Pipeline.Storage.Keys;
using Pipeline.Storage.Messages;
using Pipeline.Testing;
using Xunit;

namespace Pipeline.Cli.Tests.Run;

public sealed class LiveFiguresTests
{
    [Fact]
    public async Task Figures_OfARunningPipeline_AreWhatBecameOfItsArticles()
    {
        var pipeline = new TestPipeline();
        using var figures = new LiveFigures();

        await pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        await pipeline.DropAsync("b.txt", TestPipeline.ClimateText);
        await pipeline.DropAsync("empty.txt", "");
        var id = ArticleIds.ForFile("a.txt");
        await pipeline.TagAsync(new TagIssuesMessage(id, id), dequeueCount: 3);

        // At least, since tests that run beside this one have meters of the same name.
        Assert.InRange(figures.Tagged, 2, long.MaxValue);
        Assert.InRange(figures.Rejected, 1, long.MaxValue);
        Assert.InRange(figures.Retries, 1, long.MaxValue);
    }
}
