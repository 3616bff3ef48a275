using Pipeline.Processing.Queries;
using Pipeline.Testing;
using Xunit;

namespace Pipeline.Processing.Tests.Queries;

public sealed class IssueQueriesTests
{
    private readonly TestPipeline _pipeline = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ListAsync_Issues_CountTheirArticles()
    {
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        await _pipeline.DropAsync("b.txt", TestPipeline.TradeText);
        await _pipeline.RecountStats.ProcessAsync(Token);

        var issues = (await _pipeline.Issues.ListAsync(null, Token)).Value!.Issues;

        Assert.Equal(2, issues.Single(issue => issue.Id == "trade").Articles);
        Assert.Equal(issues.OrderByDescending(issue => issue.Articles).ThenBy(issue => issue.Id, StringComparer.Ordinal), issues);
        Assert.Contains(issues, issue => issue.Articles == 0);
    }

    [Theory]
    [InlineData("2024-05-02", 1)]
    [InlineData("2024-05-03", 0)]
    public async Task ListAsync_Day_CountsItsArticlesAlone(string date, int expected)
    {
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        await _pipeline.RecountStats.ProcessAsync(Token);

        var issues = (await _pipeline.Issues.ListAsync(date, Token)).Value!.Issues;

        Assert.Equal(expected, issues.Single(issue => issue.Id == "trade").Articles);
        Assert.Equal(QueryProblemKind.InvalidParameter, (await _pipeline.Issues.ListAsync("today", Token)).Problem!.Kind);
    }

    [Fact]
    public async Task GetAsync_Issue_HasItsPlaceInTheTaxonomyAndItsMonths()
    {
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        await _pipeline.DropAsync("b.txt", TestPipeline.TradeText.Replace("2024-05-02", "2023-12-31", StringComparison.Ordinal));
        await _pipeline.RecountStats.ProcessAsync(Token);

        var trade = (await _pipeline.Issues.GetAsync("trade", Token)).Value!;
        var economy = (await _pipeline.Issues.GetAsync("economy", Token)).Value!;

        Assert.Equal(2, trade.Articles);
        Assert.Contains(trade.Broader, issue => issue.Id == "economy");
        Assert.Contains(economy.Narrower, issue => issue is { Id: "trade", Articles: 2 });
        Assert.Equal(2, economy.ArticlesWithNarrower);
        Assert.Equal([(new DateOnly(2023, 12, 1), 1L), (new DateOnly(2024, 5, 1), 1L)], trade.Timeline.Select(point => (point.Start, point.Articles)));
        Assert.NotEmpty(trade.AlternativeLabels!);
        Assert.Equal(QueryProblemKind.NotFound, (await _pipeline.Issues.GetAsync("nonsense", Token)).Problem!.Kind);
    }

    [Fact]
    public async Task GetAsync_IssueWithoutNarrower_HasItsOwnArticlesAsThoseOfItsBranch()
    {
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        await _pipeline.RecountStats.ProcessAsync(Token);
        var leaf = (await _pipeline.Issues.ListAsync(null, Token)).Value!.Issues.Where(issue => issue.Articles > 0).Select(issue => issue.Id);

        var issues = await Task.WhenAll(leaf.Select(async id => (await _pipeline.Issues.GetAsync(id, Token)).Value!));

        Assert.Contains(issues, issue => issue.Narrower.Count == 0);
        Assert.All(issues.Where(issue => issue.Narrower.Count == 0), issue => Assert.Equal(issue.Articles, issue.ArticlesWithNarrower));
    }
}
