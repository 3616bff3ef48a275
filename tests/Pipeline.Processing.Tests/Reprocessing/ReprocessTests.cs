using Pipeline.Processing.Delivery;
using Pipeline.Processing.Queries;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Keys;
using Pipeline.Storage.Messages;
using Pipeline.Storage.Meta;
using Pipeline.Testing;
using Pipeline.Testing.Archives;
using Xunit;

namespace Pipeline.Processing.Tests.Reprocessing;

public sealed class ReprocessTests
{
    private readonly TestPipeline _pipeline = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ProcessAsync_All_TagsEachArticleAgainRejectedOnesToo()
    {
        await DropAllAsync();
        var revs = Revs();

        var job = await RunAsync(new ReprocessFilter());

        Assert.Equal((3L, false), (job.Asked, job.IsCancelled));
        Assert.NotNull(job.Ended);
        Assert.All(Revs(), article => Assert.True(article.Value > revs[article.Key], article.Key));
        _pipeline.AssertNothingLeftOver();
    }

    [Fact]
    public async Task ProcessAsync_OfAnIssue_LeavesTheOthers()
    {
        await DropAllAsync();
        var revs = Revs();

        var job = await RunAsync(new ReprocessFilter { Issue = "climate-change" });

        Assert.Equal(1, job.Asked);
        Assert.Equal([ArticleIds.ForFile("climate.txt")], Revs().Where(article => article.Value != revs[article.Key]).Select(article => article.Key));
    }

    [Fact]
    public async Task ProcessAsync_OfAState_TakesThese()
    {
        await DropAllAsync();
        var revs = Revs();

        var job = await RunAsync(new ReprocessFilter { State = "rejected" });

        Assert.Equal(1, job.Asked);
        Assert.Equal([ArticleIds.ForFile("none.bin")], Revs().Where(article => article.Value != revs[article.Key]).Select(article => article.Key));
        Assert.Equal(ArticleState.Rejected, _pipeline.HeadOf(ArticleIds.ForFile("none.bin")).State);
    }

    [Fact]
    public async Task ProcessAsync_ManyMessagesWait_WaitsAndGoesOnLater()
    {
        await DropAllAsync();
        await _pipeline.ReprocessCommands.StartAsync(new ReprocessFilter(), Token);
        var waiting = Enumerable.Range(0, WorkBacklog.MaxWaiting).Select(i => new ParseArticleMessage($"new-{i}.txt")).ToList();
        _pipeline.Storage.Queues.ParseArticle.AddRange(waiting);

        await _pipeline.Reprocess.ProcessAsync(Token);
        Assert.Equal(0, _pipeline.Storage.Maintenance.Reprocess!.Asked);

        _pipeline.Storage.Queues.ParseArticle.Clear();
        await _pipeline.Reprocess.ProcessAsync(Token);
        Assert.Equal(3, _pipeline.Storage.Maintenance.Reprocess!.Asked);
    }

    [Fact]
    public async Task ProcessAsync_CursorThatTheListingRefuses_BeginsAnew()
    {
        await DropAllAsync();
        await _pipeline.ReprocessCommands.StartAsync(new ReprocessFilter { Issue = "climate-change" }, Token);
        var stored = (await _pipeline.Storage.Maintenance.ReadReprocessAsync(Token))!;
        await _pipeline.Storage.Maintenance.TryWriteReprocessAsync(stored.Value with { Cursor = "of another taxonomy" }, stored, Token);

        await _pipeline.Reprocess.ProcessAsync(Token);

        Assert.Equal(1, _pipeline.Storage.Maintenance.Reprocess!.Asked);
        Assert.NotNull(_pipeline.Storage.Maintenance.Reprocess!.Ended);
    }

    [Fact]
    public async Task ProcessAsync_FileOfManyArticles_IsNotFollowedByTheNextBeforeThereIsRoom()
    {
        var entries = Enumerable.Range(0, WorkBacklog.MaxWaiting).Select(i => ($"{i}.txt", System.Text.Encoding.UTF8.GetBytes(TestPipeline.TradeText + i))).ToArray();
        await _pipeline.DropAsync("many.zip", ZipBuilder.Of(entries));
        await _pipeline.DropAsync("next.zip", ZipBuilder.Of(entries[..2]));
        await _pipeline.ReprocessCommands.StartAsync(new ReprocessFilter(), Token);

        await _pipeline.Reprocess.ProcessAsync(Token);

        Assert.Equal(1, _pipeline.Storage.Maintenance.Reprocess!.Asked);
        Assert.Equal(WorkBacklog.MaxWaiting, _pipeline.Storage.Queues.TagIssues.Count);
    }

    [Theory]
    [InlineData(50)]
    [InlineData(150)]
    public async Task ProcessAsync_ManyArticlesOfOneFile_ParsesItOnce(int articles)
    {
        await _pipeline.DropAsync("many.zip", ZipBuilder.Of([.. Enumerable.Range(0, articles).Select(i => ($"{i}.txt", System.Text.Encoding.UTF8.GetBytes(TestPipeline.TradeText + i)))]));
        await _pipeline.ReprocessCommands.StartAsync(new ReprocessFilter { Issue = "trade" }, Token);

        await _pipeline.Reprocess.ProcessAsync(Token);

        Assert.Equal((articles, true), (_pipeline.Storage.Maintenance.Reprocess!.Asked, _pipeline.Storage.Maintenance.Reprocess!.Ended is not null));
        Assert.Equal([new ParseArticleMessage("many.zip")], _pipeline.Storage.Queues.ParseArticle);
        Assert.Equal(articles, _pipeline.Storage.Queues.TagIssues.Count);
    }

    [Fact]
    public async Task ProcessAsync_CrashBeforeTheCursorIsWritten_AsksForThePageAgain()
    {
        await DropAllAsync();
        await _pipeline.ReprocessCommands.StartAsync(new ReprocessFilter(), Token);
        _pipeline.Storage.BeforeOperation = operation => operation == "Maintenance.Write" ? throw new IOException("crash") : Task.CompletedTask;
        await Assert.ThrowsAsync<IOException>(() => _pipeline.Reprocess.ProcessAsync(Token));
        _pipeline.Storage.BeforeOperation = _ => Task.CompletedTask;
        await _pipeline.DrainAsync();

        await _pipeline.Reprocess.ProcessAsync(Token);
        await _pipeline.DrainAsync();

        Assert.Equal(3, _pipeline.Storage.Maintenance.Reprocess!.Asked);
        _pipeline.AssertNothingLeftOver();
    }

    [Fact]
    public async Task StartAsync_WhileOneIsUnderWay_IsRefusedUntilThatIsCalledOff()
    {
        await DropAllAsync();
        await _pipeline.ReprocessCommands.StartAsync(new ReprocessFilter(), Token);

        Assert.Equal(QueryProblemKind.Conflict, (await _pipeline.ReprocessCommands.StartAsync(new ReprocessFilter(), Token)).Problem!.Kind);
        Assert.True((await _pipeline.ReprocessCommands.CancelAsync(Token)).Value!.IsCancelled);
        await _pipeline.Reprocess.ProcessAsync(Token);

        Assert.Empty(_pipeline.Storage.Queues.TagIssues);
        Assert.Equal(QueryProblemKind.NotFound, (await _pipeline.ReprocessCommands.CancelAsync(Token)).Problem!.Kind);
        Assert.NotNull((await _pipeline.ReprocessCommands.StartAsync(new ReprocessFilter(), Token)).Value);
    }

    [Theory]
    [InlineData("tagged", null, null)]
    [InlineData("failed", "climate-change", null)]
    [InlineData(null, "no-such-issue", null)]
    [InlineData(null, null, "May")]
    public async Task StartAsync_FilterThatIsWrong_IsRefused(string? state, string? issue, string? from)
    {
        var answer = await _pipeline.ReprocessCommands.StartAsync(new ReprocessFilter { State = state, Issue = issue, From = from }, Token);

        Assert.Equal(QueryProblemKind.InvalidParameter, answer.Problem!.Kind);
        Assert.Null(_pipeline.Storage.Maintenance.Reprocess);
    }

    private async Task<ReprocessJob> RunAsync(ReprocessFilter filter)
    {
        Assert.NotNull((await _pipeline.ReprocessCommands.StartAsync(filter, Token)).Value);
        await _pipeline.Reprocess.ProcessAsync(Token);
        await _pipeline.DrainAsync();
        return _pipeline.Storage.Maintenance.Reprocess!;
    }

    private async Task DropAllAsync()
    {
        await _pipeline.DropAsync("trade.txt", TestPipeline.TradeText);
        await _pipeline.DropAsync("climate.txt", TestPipeline.ClimateText);
        await _pipeline.DropAsync("none.bin", [0, 1, 2, 0]);
    }

    private Dictionary<string, int> Revs() => _pipeline.Storage.Articles.Heads.ToDictionary(head => head.ArticleId, head => head.Rev);
}
