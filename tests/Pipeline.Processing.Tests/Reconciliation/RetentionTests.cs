using System.Globalization;
using Pipeline.Processing.Reconciliation;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Keys;
using Pipeline.Testing;
using Xunit;

namespace Pipeline.Processing.Tests.Reconciliation;

/// <summary>Articles of a file of several that are older than articles are kept, while others of it are not.</summary>
public sealed class RetentionTests
{
    private const string Blob = "several.jsonl";

    private static readonly string FirstItem = ArticleIds.ForItem(ArticleIds.ForFile(Blob), "1");

    private readonly TestPipeline _pipeline = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ProcessAsync_ExpiredArticleThatStaysAsItIs_StaysAwayWhateverElseOfItsFileChanges()
    {
        await ExpireFirstAsync();

        await PutAsync(("1", "old"), ("2", "newer"), ("3", "new"));

        AssertStates(ArticleState.Deleted, ArticleState.Tagged, ArticleState.Tagged);
        Assert.Empty((await _pipeline.ReconcileAsync()).Findings.Keys.Except([nameof(ReconcileFinding.OrphanParsed)]));
    }

    [Fact]
    public async Task ProcessAsync_ExpiredArticleThatChanges_ComesBackAsNew()
    {
        await ExpireFirstAsync();

        await PutAsync(("1", "corrected"), ("2", "new"));
        await _pipeline.ConvergeAsync();

        var head = _pipeline.HeadOf(FirstItem);
        Assert.Equal((ArticleState.Tagged, null, "Report corrected"), (head.State, head.Expired, head.Title));
        Assert.True(head.FirstSeen > _pipeline.Time.GetUtcNow() - TimeSpan.FromDays(1));
        _pipeline.AssertNothingLeftOver();
    }

    [Fact]
    public async Task ProcessAsync_DeletedByCommandAfterItExpired_StaysAwayWhenItChanges()
    {
        await ExpireFirstAsync();

        await _pipeline.Commands.DeleteAsync(FirstItem, Token);
        await PutAsync(("1", "corrected"), ("2", "new"));
        await _pipeline.ConvergeAsync();

        AssertStates(ArticleState.Deleted, ArticleState.Tagged);
    }

    [Fact]
    public async Task RestoreAsync_ExpiredArticle_ComesBackForAsLongAsArticlesAreKept()
    {
        await ExpireFirstAsync();

        Assert.Null((await _pipeline.Commands.RestoreAsync(FirstItem, Token)).Problem);
        await _pipeline.DrainAsync();
        await _pipeline.ConvergeAsync();

        AssertStates(ArticleState.Tagged, ArticleState.Tagged);
    }

    [Fact]
    public async Task ProcessAsync_ExpiredArticleThatItsFileHoldsNoLonger_IsForgottenWithItsTombstone()
    {
        await ExpireFirstAsync();
        _pipeline.ReconcileOptions.TombstoneDays = 3;
        _pipeline.Time.Advance(TimeSpan.FromDays(4));
        await _pipeline.ConvergeAsync();
        Assert.Equal(ArticleState.Deleted, _pipeline.HeadOf(FirstItem).State);

        await PutAsync(("2", "new"));
        await _pipeline.ConvergeAsync();

        Assert.DoesNotContain(_pipeline.Storage.Articles.Heads, head => head.ArticleId == FirstItem);
        Assert.Single(_pipeline.Storage.Articles.Heads);
    }

    [Fact]
    public async Task ProcessAsync_FileOfMoreArticlesThanAStep_IsGoneThroughInSeveralAndGoesWithTheLast()
    {
        const int Items = FileSweep.MaxArticles + 1;
        _pipeline.ReconcileOptions.MaxItems = 1;
        _pipeline.ReconcileOptions.ArticleDays = 7;
        _pipeline.Storage.Sources.Put("b.txt", TestPipeline.TradeText);
        await _pipeline.ParseAsync("b.txt");
        await PutAsync(Enumerable.Range(1, Items).Select(item => $$"""{"id":"{{item}}","text":"Report {{item}} is about tariffs on steel."}"""));
        _pipeline.Time.Advance(TimeSpan.FromHours(1));
        var before = 0L;
        var steps = 0;
        for (var state = await _pipeline.Reconcile.ProcessAsync(Token); state.Sweep is "blobs" or "files"; state = await _pipeline.Reconcile.ProcessAsync(Token))
        {
            Assert.InRange(state.Pass.Checked - before, 0, FileSweep.MaxArticles + 10);
            before = state.Pass.Checked;
            steps++;
        }

        Assert.True(steps > Items / FileSweep.MaxArticles);
        Assert.Equal(Items + 1, _pipeline.Storage.Articles.Heads.Count(head => head.State == ArticleState.Tagged));

        _pipeline.ReconcileOptions.MaxItems = 100_000;
        _pipeline.Time.Advance(TimeSpan.FromDays(8));
        for (var run = 0; run < 20; run++)
        {
            // What was asked for comes first: a run waits while too much of it is left.
            await _pipeline.Reconcile.ProcessAsync(Token);
            await _pipeline.DrainAsync();
            _pipeline.Time.Advance(TimeSpan.FromMinutes(11));
        }

        Assert.Null(_pipeline.Storage.Sources.Find(Blob));
        Assert.All(_pipeline.Storage.Articles.Heads, head => Assert.Equal(ArticleState.Deleted, head.State));
    }

    /// <summary>Drops a file of an old and a new article, of which the first has expired.</summary>
    private async Task ExpireFirstAsync()
    {
        _pipeline.ReconcileOptions.ArticleDays = 7;
        await PutAsync(("1", "old"));
        _pipeline.Time.Advance(TimeSpan.FromDays(5));
        await PutAsync(("1", "old"), ("2", "new"));
        _pipeline.Time.Advance(TimeSpan.FromDays(2));
        await _pipeline.ConvergeAsync();
        AssertStates(ArticleState.Deleted, ArticleState.Tagged);
        Assert.NotNull(_pipeline.HeadOf(FirstItem).Expired);
    }

    private Task PutAsync(params (string Item, string Title)[] articles) => PutAsync(articles.Select(article =>
        $$"""{"id":"{{article.Item}}","title":"Report {{article.Title}}","published":"2024-05-02","text":"The {{article.Title}} report on item {{article.Item}} says that the central bank held interest rates."}"""));

    private async Task PutAsync(IEnumerable<string> lines)
    {
        _pipeline.Storage.Sources.Put(Blob, string.Join('\n', lines), _pipeline.Time.GetUtcNow());
        await _pipeline.ParseAsync(Blob);
        await _pipeline.DrainAsync();
    }

    private void AssertStates(params ArticleState[] states) => Assert.Equal(
        states,
        Enumerable.Range(1, states.Length).Select(item => _pipeline.HeadOf(ArticleIds.ForItem(ArticleIds.ForFile(Blob), item.ToString(CultureInfo.InvariantCulture))).State));
}
