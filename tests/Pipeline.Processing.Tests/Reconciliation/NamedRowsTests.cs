using Pipeline.Processing.Reconciliation;
using Pipeline.Storage.Index;
using Pipeline.Storage.Keys;
using Pipeline.Storage.Meta;
using Pipeline.Testing;
using Xunit;

namespace Pipeline.Processing.Tests.Reconciliation;

public sealed class NamedRowsTests
{
    private static readonly IndexKey One = new(1, "all-_0_797599", "a");
    private static readonly IndexKey Other = new(2, "all-_0_797599", "a");

    private readonly TestPipeline _pipeline = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void TryMeet_NamedRow_IsMetOnceAndMissingUntilThen()
    {
        var named = new NamedRows();
        named.Begin();
        named.Name([One, Other]);

        Assert.True(named.TryMeet(One));
        Assert.False(named.TryMeet(One));
        Assert.Equal((false, true, false), (named.MayLack(One), named.MayLack(Other), named.AreAllMet));

        Assert.True(named.TryMeet(Other));
        Assert.True(named.AreAllMet);
    }

    [Fact]
    public void MayLack_BeforeAPassAndOnceForgotten_IsTrue()
    {
        var named = new NamedRows();
        Assert.Equal((true, false), (named.MayLack(One), named.AreAllMet));

        named.Begin();
        named.Forget();
        named.Name([One]);

        Assert.Equal((true, false, false), (named.MayLack(Other), named.TryMeet(One), named.AreAllMet));
    }

    [Fact]
    public void Name_MoreRowsThanAreKept_ForgetsAllUntilTheNextPass()
    {
        var named = new NamedRows(maxRows: 2);
        named.Begin();
        named.Name([One, Other]);
        Assert.False(named.MayLack(One with { RowKey = "b" }));

        named.Name([One with { RowKey = "b" }]);
        Assert.Equal((true, false), (named.MayLack(One with { RowKey = "c" }), named.TryMeet(One)));

        named.Begin();
        Assert.True(named.AreAllMet);
    }

    [Fact]
    public async Task Pass_AllRowsAreThere_ReadsNoneByItselfAndNoArticleForThem()
    {
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        await _pipeline.DropAsync("b.txt", TestPipeline.ClimateText);
        _pipeline.Time.Advance(TimeSpan.FromHours(1));
        _pipeline.Storage.Operations.Clear();

        await _pipeline.ReconcileAsync();

        // What files hold is compared with its head, article by article.
        Assert.Equal((0, 2), (_pipeline.Storage.Operations.Count(one => one == "Index.ReadRev"), _pipeline.Storage.Operations.Count(one => one == "Articles.Read")));
    }

    [Fact]
    public async Task Pass_ProcessThatGoesOnWithWhatAnotherBegan_FindsTheMissingRow()
    {
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        RemoveRow("a.txt");
        _pipeline.Time.Advance(TimeSpan.FromHours(1));
        await RunUntilAsync(_pipeline, "index");

        Assert.Equal(1, (await new TestPipeline(beside: _pipeline).ReconcileAsync()).Findings["MissingRow"]);
    }

    [Fact]
    public async Task Pass_ProcessThatKnowsHeadsOfAnEarlierPass_FindsTheMissingRow()
    {
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        _pipeline.Time.Advance(TimeSpan.FromHours(1));
        await RunUntilAsync(_pipeline, "index");
        await _pipeline.DropAsync("b.txt", TestPipeline.ClimateText);
        RemoveRow("b.txt");
        var other = new TestPipeline(beside: _pipeline);
        await other.ReconcileAsync();
        _pipeline.Storage.Queues.TagIssues.Clear();
        await RunUntilAsync(other, "index");

        Assert.Equal(1, (await _pipeline.ReconcileAsync()).Findings["MissingRow"]);
    }

    private void RemoveRow(string blobName) => _pipeline.Storage.Index.Force(_pipeline.HeadOf(ArticleIds.ForFile(blobName)).IndexKeys[0], entry: null);

    /// <summary>Does a page after the other until a sweep comes next.</summary>
    private static async Task RunUntilAsync(TestPipeline pipeline, string sweep)
    {
        pipeline.ReconcileOptions.MaxItems = 1;
        ReconcileState state;
        do
        {
            state = await pipeline.Reconcile.ProcessAsync(Token);
        }
        while (state.Sweep != sweep);
    }
}
