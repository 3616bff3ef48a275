using Pipeline.Processing.Reconciliation;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Keys;
using Pipeline.Storage.Messages;
using Pipeline.Testing;
using Xunit;

namespace Pipeline.Processing.Tests.Reconciliation;

public sealed class ReconcileProcessorTests
{
    private const string Blob = "a.txt";

    private static readonly string Id = ArticleIds.ForFile(Blob);

    private readonly TestPipeline _pipeline = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ProcessAsync_NothingIsWrong_FindsNothing()
    {
        await _pipeline.DropAsync(Blob, TestPipeline.TradeText);
        await _pipeline.DropAsync("b.txt", TestPipeline.ClimateText);
        await _pipeline.DropAsync("c.bin", [0, 1, 2, 0]);
        _pipeline.Storage.Sources.Remove("b.txt");
        await _pipeline.ParseAsync("b.txt");
        await _pipeline.DrainAsync();

        // What was parsed of a file that is gone.
        Assert.Equal([ReconcileFinding.OrphanParsed], await FindAsync());
        Assert.Empty(await FindAsync());
    }

    [Fact]
    public async Task ProcessAsync_BlobWhoseEventNeverCame_IsParsed()
    {
        _pipeline.Storage.Sources.Put(Blob, TestPipeline.TradeText);

        Assert.Equal([ReconcileFinding.UnparsedBlob], await FindAsync());

        await AssertConvergedAsync(ArticleState.Tagged);
    }

    [Fact]
    public async Task ProcessAsync_BlobThatIsYoung_IsLeftToItsEvent()
    {
        _pipeline.Storage.Sources.Put(Blob, TestPipeline.TradeText);
        _pipeline.Time.Advance(TimeSpan.FromMinutes(9));

        Assert.Empty((await _pipeline.ReconcileAsync()).Findings);
    }

    [Fact]
    public async Task ProcessAsync_BlobThatChangedUnseen_IsParsedAgain()
    {
        await _pipeline.DropAsync(Blob, TestPipeline.TradeText);
        _pipeline.Storage.Sources.Put(Blob, TestPipeline.ClimateText);

        Assert.Equal([ReconcileFinding.UnparsedBlob], await FindAsync());

        await AssertConvergedAsync(ArticleState.Tagged);
        Assert.Equal("Climate summit opens", _pipeline.HeadOf(Id).Title);
    }

    [Fact]
    public async Task ProcessAsync_BlobThatWentUnseen_GoesFromEveryTable()
    {
        await _pipeline.DropAsync(Blob, TestPipeline.TradeText);
        _pipeline.Storage.Sources.Remove(Blob);

        Assert.Contains(ReconcileFinding.GoneBlob, await FindAsync());

        await AssertConvergedAsync(ArticleState.Deleted);
        Assert.Empty(_pipeline.Storage.Index.Rows);
        Assert.Empty(_pipeline.Storage.Parsed.Names);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ProcessAsync_ParsedVersionOrTagsThatAreGone_AreMadeAgain(bool tags)
    {
        await _pipeline.DropAsync(Blob, TestPipeline.TradeText);
        var names = _pipeline.Storage.Parsed.Names.Order().ToList();
        _pipeline.Storage.Parsed.Remove(names.Single(name => name.Contains(".tags-", StringComparison.Ordinal) == tags));

        Assert.Equal([ReconcileFinding.MissingParsed], await FindAsync());

        await AssertConvergedAsync(ArticleState.Tagged);
        Assert.Equal(names, _pipeline.Storage.Parsed.Names.Order());
    }

    [Fact]
    public async Task ProcessAsync_FileParsedWithOtherLimits_IsParsedAgain()
    {
        await _pipeline.DropAsync(Blob, TestPipeline.TradeText);
        var row = await _pipeline.Storage.Files.ReadAsync(Id, Token);
        await _pipeline.Storage.Files.TryWriteAsync(row!.Value with { Version = "anotherversion00" }, row, Token);

        Assert.Contains(ReconcileFinding.OutdatedFile, await FindAsync());

        await AssertConvergedAsync(ArticleState.Tagged);
    }

    [Fact]
    public async Task ProcessAsync_FileThatFailedAtThisVersion_WaitsForSomebody()
    {
        _pipeline.Storage.Sources.Put(Blob, TestPipeline.TradeText);
        await _pipeline.FailAsync("parse-article-poison", ArticleIds.ForFile(Blob), MessageSerializer.Write(new ParseArticleMessage(Blob)).ToString());
        await _pipeline.CollectPoison.ProcessAsync(Token);
        Assert.Equal(ArticleState.Failed, _pipeline.HeadOf(Id).State);

        Assert.Empty(await FindAsync());

        _pipeline.Storage.Sources.Put(Blob, TestPipeline.ClimateText);
        Assert.Equal([ReconcileFinding.UnparsedBlob], await FindAsync());
        await AssertConvergedAsync(ArticleState.Tagged);
    }

    [Fact]
    public async Task ProcessAsync_ArticleWhoseMessageWasLost_IsTagged()
    {
        _pipeline.Storage.Sources.Put(Blob, TestPipeline.TradeText);
        await _pipeline.ParseAsync(Blob);
        _pipeline.Storage.Queues.TagIssues.Clear();

        Assert.Equal([ReconcileFinding.UntaggedArticle], await FindAsync());

        await AssertConvergedAsync(ArticleState.Tagged);
    }

    [Fact]
    public async Task ProcessAsync_RowThatIsMissing_ComesBack()
    {
        await _pipeline.DropAsync(Blob, TestPipeline.TradeText);
        _pipeline.Storage.Index.Force(_pipeline.HeadOf(Id).IndexKeys[0], entry: null);

        Assert.Equal([ReconcileFinding.MissingRow], await FindAsync());

        await AssertConvergedAsync(ArticleState.Tagged);
    }

    [Fact]
    public async Task ProcessAsync_RowThatNoHeadNames_GoesAndItsHourIsCountedAgain()
    {
        await _pipeline.DropAsync(Blob, TestPipeline.TradeText);
        await _pipeline.RecountStats.ProcessAsync(Token);
        var (key, entry) = _pipeline.Storage.Index.Rows.First(row => row.Key.PartitionKey.StartsWith("all-", StringComparison.Ordinal));
        _pipeline.Storage.Index.Force(key with { RowKey = key.RowKey.Replace(Id, ArticleIds.ForFile("x.txt"), StringComparison.Ordinal) }, entry with { ArticleId = ArticleIds.ForFile("x.txt") });

        Assert.Equal([ReconcileFinding.OrphanRow], await FindAsync());

        Assert.True(await _pipeline.Storage.Dirty.AnyAsync(key.Generation, Token));
        await AssertConvergedAsync(ArticleState.Tagged);
    }

    [Fact]
    public async Task ProcessAsync_ParsedVersionThatNobodyWants_Goes()
    {
        await _pipeline.DropAsync(Blob, TestPipeline.TradeText);
        await _pipeline.DropAsync(Blob, TestPipeline.ClimateText);
        Assert.Equal(4, _pipeline.Storage.Parsed.Names.Count);

        Assert.Equal([ReconcileFinding.OrphanParsed], await FindAsync());

        Assert.Equal(2, _pipeline.Storage.Parsed.Names.Count);
        Assert.All(_pipeline.Storage.Parsed.Names, name => Assert.Contains(_pipeline.HeadOf(Id).Version, name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ProcessAsync_SomethingThatCannotBeRepaired_KeepsNothingElseFromIt()
    {
        _pipeline.Storage.Sources.Put(Blob, TestPipeline.TradeText);
        _pipeline.Storage.Sources.Put("b.txt", TestPipeline.ClimateText);
        _pipeline.Time.Advance(TimeSpan.FromHours(1));
        var isFirst = true;
        _pipeline.Storage.BeforeOperation = operation =>
        {
            var fails = operation == "Queues.ParseArticle" && isFirst;
            isFirst &= !fails;
            return fails ? throw new IOException("away") : Task.CompletedTask;
        };

        var (state, failures) = await _pipeline.Reconcile.RunAsync(Token);

        Assert.IsType<IOException>(Assert.Single(failures));
        Assert.NotNull(state.Pass.Ended);
        Assert.Single(_pipeline.Storage.Queues.ParseArticle);
        Assert.NotNull(_pipeline.Storage.Maintenance.Reconcile!.Last);
    }

    [Fact]
    public async Task ProcessAsync_LastArticleOfACluster_LosesIt()
    {
        await _pipeline.DropAsync(Blob, TestPipeline.TradeText);
        await _pipeline.DropAsync("b.txt", TestPipeline.TradeText);
        await _pipeline.DrainAsync();
        Assert.NotNull(_pipeline.HeadOf(Id).Cluster);
        _pipeline.Storage.Sources.Remove("b.txt");
        await _pipeline.ParseAsync("b.txt");
        await _pipeline.DrainAsync();

        Assert.Contains(ReconcileFinding.LoneCluster, await FindAsync());

        await AssertConvergedAsync(ArticleState.Tagged);
        Assert.Null(_pipeline.HeadOf(Id).Cluster);
    }

    [Fact]
    public async Task ProcessAsync_SeveralRuns_GoOnWhereTheLastEnded()
    {
        _pipeline.ReconcileOptions.MaxItems = 1;
        await _pipeline.DropAsync(Blob, TestPipeline.TradeText);
        _pipeline.Storage.Index.Force(_pipeline.HeadOf(Id).IndexKeys[0], entry: null);
        _pipeline.Time.Advance(TimeSpan.FromHours(1));

        var first = await _pipeline.Reconcile.ProcessAsync(Token);
        Assert.Equal(("files", 1L), (first.Sweep, first.Pass.Checked));
        Assert.Null(first.Pass.Ended);

        var pass = await _pipeline.ReconcileAsync();
        Assert.Equal(first.Pass.Started, pass.Started);
        Assert.Equal(1, pass.Findings["MissingRow"]);
        Assert.Equal(pass, _pipeline.Storage.Maintenance.Reconcile!.Last);
    }

    [Fact]
    public async Task ProcessAsync_ManyMessagesWait_WaitsToo()
    {
        _pipeline.Storage.Sources.Put(Blob, TestPipeline.TradeText);
        _pipeline.Time.Advance(TimeSpan.FromHours(1));
        _pipeline.Storage.Queues.ParseArticle.AddRange(Enumerable.Range(0, 200).Select(i => new ParseArticleMessage($"{i}.txt")));

        var state = await _pipeline.Reconcile.ProcessAsync(Token);

        Assert.Equal(0, state.Pass.Checked);
        Assert.Equal(200, _pipeline.Storage.Queues.ParseArticle.Count);
    }

    [Fact]
    public async Task ProcessAsync_AnotherRunAtTheSameTime_DoesNoHarm()
    {
        _pipeline.Storage.Sources.Put(Blob, TestPipeline.TradeText);
        _pipeline.Time.Advance(TimeSpan.FromHours(1));

        await Task.WhenAll(_pipeline.Reconcile.ProcessAsync(Token), _pipeline.Reconcile.ProcessAsync(Token));

        await _pipeline.DrainAsync();
        await AssertConvergedAsync(ArticleState.Tagged);
    }

    private Task<IReadOnlyList<ReconcileFinding>> FindAsync() => _pipeline.FindAsync();

    private Task AssertConvergedAsync(ArticleState state) => _pipeline.AssertConvergedAsync(Id, state);
}
