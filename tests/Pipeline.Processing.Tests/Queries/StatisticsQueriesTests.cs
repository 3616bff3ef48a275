using Pipeline.Processing.Queries;
using Pipeline.Processing.Queries.Statistics;
using Pipeline.Testing;
using Xunit;

namespace Pipeline.Processing.Tests.Queries;

/// <summary>What is asked of the counts: timelines, and what leads in a range.</summary>
public sealed class StatisticsQueriesTests
{
    private readonly TestPipeline _pipeline = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetAsync_LeadingOfAnIssue_CountsActorsIssuesAndSources()
    {
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        await _pipeline.DropAsync("b.txt", TestPipeline.TradeText.Replace("2024-05-02", "2024-07-09", StringComparison.Ordinal));
        await _pipeline.RecountStats.ProcessAsync(Token);

        var all = (await _pipeline.Leading.GetAsync(new LeadingParameters("trade", null, null, null, null), Token)).Value!;
        var part = (await _pipeline.Leading.GetAsync(new LeadingParameters("trade", "2024-04-15", "2024-06-15", null, "1"), Token)).Value!;

        Assert.Equal(2, all.Articles);
        Assert.Contains(all.Actors, actor => actor is { Name: "China", Wikidata: "Q148", Articles: 2 });
        Assert.DoesNotContain(all.Issues, issue => issue.Id == "trade");
        Assert.NotEmpty(all.Issues);
        Assert.Equal(1, part.Articles);
        Assert.Single(part.Actors);
    }

    [Theory]
    [InlineData("2024-05-02", "2024-05-02", 1)]
    [InlineData("2024-05-03", "2024-05-31", 0)]
    [InlineData("2024-05-01", "2024-05-31", 1)]
    [InlineData("2024-04-02", "2024-05-01", 0)]
    [InlineData("2024-04-02", "2024-06-30", 1)]
    [InlineData("2023-01-15", "2024-05-02", 1)]
    [InlineData(null, "2024-05-01", 0)]
    [InlineData("2024-05-02", null, 1)]
    [InlineData("0001-01-01", "9999-12-31", 1)]
    [InlineData("0001-01-01", "0001-01-01", 0)]
    public async Task GetAsync_AnyRange_AddsUpExactlyItsDays(string? from, string? to, int expected)
    {
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        await _pipeline.RecountStats.ProcessAsync(Token);

        Assert.Equal(expected, (await _pipeline.Leading.GetAsync(new LeadingParameters("trade", from, to, null, null), Token)).Value!.Articles);
    }

    [Theory]
    [InlineData("nonsense", null, null, null, null, QueryProblemKind.NotFound)]
    [InlineData("trade", "2024-13-01", null, null, null, QueryProblemKind.InvalidParameter)]
    [InlineData("trade", null, null, "year", null, QueryProblemKind.InvalidParameter)]
    [InlineData("trade", null, null, "day", null, QueryProblemKind.InvalidParameter)]
    [InlineData("trade", "2020-01-01", "2024-01-01", "week", null, QueryProblemKind.InvalidParameter)]
    [InlineData("trade", null, null, null, "maybe", QueryProblemKind.InvalidParameter)]
    public async Task GetAsync_BadTimeline_IsRefused(string issue, string? from, string? to, string? by, string? narrower, QueryProblemKind kind) =>
        Assert.Equal(kind, (await _pipeline.Timelines.GetAsync(new TimelineParameters(issue, from, to, by, narrower), Token)).Problem!.Kind);

    [Fact]
    public async Task GetAsync_TimelineWithNarrower_CountsTheBranch()
    {
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        await _pipeline.RecountStats.ProcessAsync(Token);

        var branch = (await _pipeline.Timelines.GetAsync(new TimelineParameters("economy", null, null, null, "true"), Token)).Value!;

        Assert.Equal(1, Assert.Single(branch.Points).Articles);
    }
}
