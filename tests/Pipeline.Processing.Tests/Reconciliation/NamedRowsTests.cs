using Pipeline.Processing.Reconciliation;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Generations;
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
        named.Note([One, Other]);

        Assert.True(named.TryMeet(One));
        Assert.False(named.TryMeet(One));
        Assert.Equal((false, true, false), (named.MayBeMissing(One), named.MayBeMissing(Other), named.AreAllMet));

        Assert.True(named.TryMeet(Other));
        Assert.True(named.AreAllMet);
    }

    [Fact]
    public void MayBeMissing_BeforeAPassAndOnceForgotten_IsTrue()
    {
        var named = new NamedRows();
        Assert.Equal((true, false), (named.MayBeMissing(One), named.AreAllMet));

        named.Begin();
        named.Forget();
        named.Note([One]);

        Assert.Equal((true, false, false), (named.MayBeMissing(Other), named.TryMeet(One), named.AreAllMet));
    }

    [Fact]
    public void Note_MoreRowsThanAreKept_ForgetsAllUntilTheNextPass()
    {
        var named = new NamedRows(maxRows: 2);
        named.Begin();
        named.Note([One, Other]);
        Assert.False(named.MayBeMissing(One with { RowKey = "b" }));

        named.Note([One with { RowKey = "b" }]);
        Assert.Equal((true, false), (named.MayBeMissing(One with { RowKey = "c" }), named.TryMeet(One)));

        named.Begin();
        Assert.True(named.AreAllMet);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2_000)]
    public async Task Pass_AllRowsAreThere_ReadsNoneByItselfAndNoArticleForThem(int maxItems)
    {
        _pipeline.ReconcileOptions.MaxItems = maxItems;
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        await _pipeline.DropAsync("b.txt", TestPipeline.ClimateText);
        _pipeline.Time.Advance(TimeSpan.FromHours(1));
        _pipeline.Storage.Operations.Clear();

        await _pipeline.ReconcileAsync();

        // What files hold is compared with its head, article by article, and heads are gone through once.
        Assert.Equal((0, 2, 1), (Operations("Index.ReadRev"), Operations("Articles.Read"), Operations("Articles.Scan")));
    }

    [Fact]
    public async Task Pass_OneRowIsMissing_LooksForThatOneAlone()
    {
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        await _pipeline.DropAsync("b.txt", TestPipeline.ClimateText);
        RemoveRow("a.txt");
        _pipeline.Storage.Operations.Clear();

        Assert.Equal([ReconcileFinding.MissingRow], await _pipeline.FindAsync());

        Assert.Equal(1, Operations("Index.ReadRev"));
    }

    [Fact]
    public async Task Pass_ArticleHasARowThatItsHeadDoesNotName_RemovesThatOneAlone()
    {
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        var (key, entry) = _pipeline.Storage.Index.Rows.First(row => row.Key.PartitionKey.StartsWith("issue-", StringComparison.Ordinal));
        _pipeline.Storage.Index.Force(key with { PartitionKey = "issue-another_0_797599" }, entry);

        Assert.Equal([ReconcileFinding.OrphanRow], await _pipeline.FindAsync());

        await _pipeline.AssertConvergedAsync(ArticleIds.ForFile("a.txt"), ArticleState.Tagged);
    }

    [Fact]
    public async Task Pass_ArticleLacksARowAndWhatWasParsedOfIt_IsTaggedOnce()
    {
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        RemoveRow("a.txt");
        _pipeline.Storage.Parsed.Remove(_pipeline.Storage.Parsed.Names.First());
        _pipeline.Time.Advance(TimeSpan.FromHours(1));

        await _pipeline.ReconcileAsync();

        Assert.Single(_pipeline.Storage.Queues.TagIssues);
    }

    [Fact]
    public async Task Pass_ArticleIsTaggedAnewAfterItsHeadWasRead_FindsNothingWrong()
    {
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        _pipeline.Time.Advance(TimeSpan.FromHours(1));
        await RunUntilAsync(_pipeline, "index");
        await _pipeline.DropAsync("a.txt", TestPipeline.ClimateText);
        _pipeline.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(["OrphanParsed"], (await _pipeline.ReconcileAsync()).Findings.Keys);
    }

    [Fact]
    public async Task Pass_WhileTheIndexIsBuiltAnew_FindsTheMissingRowsOfBoth()
    {
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        var head = _pipeline.HeadOf(ArticleIds.ForFile("a.txt"));
        var version = ArticleVersions.ForTagging(head.TaxonomyVersion!, head.PipelineVersion!);
        await _pipeline.Storage.Generations.TryWriteAsync(
            new IndexGenerations { LiveVersion = "old", Building = new BuildingGeneration(2, version, _pipeline.Time.GetUtcNow()), NextNumber = 3 },
            await _pipeline.Storage.Generations.ReadAsync(Token),
            Token);
        _pipeline.Time.Advance(TimeSpan.FromHours(1));
        await _pipeline.DropAsync("a.txt", TestPipeline.ClimateText);
        var keys = _pipeline.HeadOf(ArticleIds.ForFile("a.txt")).IndexKeys;
        Assert.Equal([1, 2], keys.Select(key => key.Generation).Distinct().Order());
        Assert.Equal([ReconcileFinding.OrphanParsed], await _pipeline.FindAsync());

        foreach (var generation in new[] { 1, 2 })
        {
            _pipeline.Storage.Index.Force(keys.First(key => key.Generation == generation), entry: null);
        }

        _pipeline.Storage.Operations.Clear();
        Assert.Equal([ReconcileFinding.MissingRow], await _pipeline.FindAsync());
        Assert.Equal(2, Operations("Index.ReadRev"));
    }

    [Fact]
    public async Task Pass_TwoRunsOfAProcessAtOnce_FindTheMissingRow()
    {
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        RemoveRow("a.txt");
        _pipeline.Time.Advance(TimeSpan.FromHours(1));

        await Task.WhenAll(_pipeline.Reconcile.ProcessAsync(Token), _pipeline.Reconcile.ProcessAsync(Token));
        await _pipeline.DrainAsync();

        await _pipeline.AssertConvergedAsync(ArticleIds.ForFile("a.txt"), ArticleState.Tagged);
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

    private int Operations(string name) => _pipeline.Storage.Operations.Count(one => one == name);

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
