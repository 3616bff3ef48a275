using Pipeline.Processing.Reconciliation;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Keys;
using Pipeline.Testing;
using Xunit;

namespace Pipeline.Processing.Tests.Reconciliation;

/// <summary>Articles and tombstones that are older than they are kept.</summary>
public sealed class ExpiryTests
{
    private const string Blob = "a.txt";
    private const string Several = "several.jsonl";

    private static readonly string TwoArticles = string.Join('\n', Enumerable.Range(1, 2).Select(item =>
        $$"""{"id":"{{item}}","title":"Report {{item}}","text":"The central bank held interest rates on day {{item}}, its governor said."}"""));

    private static readonly string Id = ArticleIds.ForFile(Blob);

    private readonly TestPipeline _pipeline = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ProcessAsync_TombstoneThatIsOld_GoesWithItsFilesRow()
    {
        await _pipeline.DropAsync(Blob, TestPipeline.TradeText);
        _pipeline.Storage.Sources.Remove(Blob);
        await _pipeline.ParseAsync(Blob);
        await _pipeline.DrainAsync();
        await _pipeline.ConvergeAsync();
        _pipeline.Time.Advance(TimeSpan.FromDays(29));
        Assert.Empty(await _pipeline.FindAsync());

        _pipeline.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal([ReconcileFinding.ExpiredTombstone], await _pipeline.FindAsync());

        Assert.Empty(_pipeline.Storage.Articles.Heads);
        Assert.Empty(_pipeline.Storage.Files.All);
    }

    [Theory]
    [InlineData("Files.Forget")]
    [InlineData("Articles.Forget")]
    public async Task ProcessAsync_CrashWhileATombstoneExpires_NextPassDoesTheRest(string crashAt)
    {
        await LetTombstoneGrowOldAsync();
        _pipeline.Storage.BeforeOperation = operation => operation == crashAt ? throw new IOException("away") : Task.CompletedTask;
        await Assert.ThrowsAsync<AggregateException>(() => _pipeline.Reconcile.ProcessAsync(Token));
        _pipeline.Storage.BeforeOperation = _ => Task.CompletedTask;

        Assert.Equal([ReconcileFinding.ExpiredTombstone], await _pipeline.FindAsync());

        Assert.Empty(_pipeline.Storage.Articles.Heads);
        Assert.Empty(_pipeline.Storage.Files.All);
    }

    [Theory]
    [InlineData("Files.Forget")]
    [InlineData("Articles.Forget")]
    public async Task ProcessAsync_FileThatComesBackWhileItsTombstoneExpires_IsServed(string comesAt)
    {
        await LetTombstoneGrowOldAsync();
        var comes = 0;
        _pipeline.Storage.BeforeOperation = async operation =>
        {
            if (operation == comesAt && comes++ == 0)
            {
                _pipeline.Storage.Sources.Put(Blob, TestPipeline.ClimateText);
                await _pipeline.ParseAsync(Blob);
            }
        };

        await _pipeline.ReconcileAsync();
        await _pipeline.DrainAsync();

        Assert.Equal(1, comes);
        Assert.Equal((ArticleState.Tagged, "Climate summit opens"), (_pipeline.HeadOf(Id).State, _pipeline.HeadOf(Id).Title));
        await _pipeline.AssertConvergedAsync(Id, ArticleState.Tagged);
        Assert.Equal([Id], Assert.Single(_pipeline.Storage.Files.All).ArticleIds);
    }

    [Fact]
    public async Task ProcessAsync_ArticleOlderThanArticlesAreKept_IsDeletedWithItsFile()
    {
        _pipeline.ReconcileOptions.ArticleDays = 7;
        await _pipeline.DropAsync(Blob, TestPipeline.TradeText);
        _pipeline.Time.Advance(TimeSpan.FromDays(6));
        Assert.Empty(await _pipeline.FindAsync());

        _pipeline.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal([ReconcileFinding.ExpiredArticle], await _pipeline.FindAsync());

        await _pipeline.AssertConvergedAsync(Id, ArticleState.Deleted);
        Assert.Equal("", await _pipeline.Storage.Sources.ReadETagAsync(Blob, Token));
    }

    [Fact]
    public async Task ProcessAsync_ArticleThatComesBackAfterItExpired_StaysAgain()
    {
        _pipeline.ReconcileOptions.ArticleDays = 7;
        await _pipeline.DropAsync(Blob, TestPipeline.TradeText);
        _pipeline.Time.Advance(TimeSpan.FromDays(7));
        await _pipeline.AssertConvergedAsync(Id, ArticleState.Deleted);

        _pipeline.Storage.Sources.Put(Blob, System.Text.Encoding.UTF8.GetBytes(TestPipeline.TradeText), _pipeline.Time.GetUtcNow());
        await _pipeline.ParseAsync(Blob);
        await _pipeline.DrainAsync();

        await _pipeline.AssertConvergedAsync(Id, ArticleState.Tagged);
    }

    [Fact]
    public async Task ProcessAsync_AllArticlesOfAFileOlderThanTheyAreKept_TheFileGoesToo()
    {
        _pipeline.ReconcileOptions.ArticleDays = 7;
        await _pipeline.DropAsync(Several, TwoArticles);
        _pipeline.Time.Advance(TimeSpan.FromDays(8));

        await _pipeline.ConvergeAsync();

        Assert.Null(_pipeline.Storage.Sources.Find(Several));
        Assert.All(_pipeline.Storage.Articles.Heads, head => Assert.Equal(ArticleState.Deleted, head.State));
    }

    [Fact]
    public async Task ProcessAsync_AllArticlesOfAFileDeletedByCommandBeforeTheyExpire_TheFileStays()
    {
        _pipeline.ReconcileOptions.ArticleDays = 7;
        await _pipeline.DropAsync(Several, TwoArticles);
        foreach (var head in _pipeline.Storage.Articles.Heads)
        {
            await _pipeline.Commands.DeleteAsync(head.ArticleId, Token);
        }

        await _pipeline.DrainAsync();
        await _pipeline.ConvergeAsync();

        Assert.NotNull(_pipeline.Storage.Sources.Find(Several));
    }

    [Fact]
    public async Task ProcessAsync_ArticleThatCannotBeReadWhileArticlesExpire_KeepsItsFile()
    {
        _pipeline.ReconcileOptions.ArticleDays = 7;
        await _pipeline.DropAsync(Blob, TestPipeline.TradeText);
        _pipeline.Time.Advance(TimeSpan.FromHours(1));
        _pipeline.Storage.BeforeOperation = operation => operation == "Articles.Read" ? throw new IOException("away") : Task.CompletedTask;

        await Assert.ThrowsAsync<AggregateException>(() => _pipeline.Reconcile.ProcessAsync(Token));

        Assert.NotNull(_pipeline.Storage.Sources.Find(Blob));
    }

    /// <summary>Has a file come and go, and its article's tombstone grow older than such are kept.</summary>
    private async Task LetTombstoneGrowOldAsync()
    {
        await _pipeline.DropAsync(Blob, TestPipeline.TradeText);
        _pipeline.Storage.Sources.Remove(Blob);
        await _pipeline.ParseAsync(Blob);
        await _pipeline.DrainAsync();
        await _pipeline.ConvergeAsync();
        _pipeline.Time.Advance(TimeSpan.FromDays(30));
    }
}
