using Pipeline.Storage.Articles;
using Pipeline.Storage.Keys;
using Pipeline.Testing;
using Xunit;

namespace Pipeline.Processing.Tests.Reconciliation;

/// <summary>
/// A crash between any two storage operations, after which nothing is ever delivered again: reconciling alone brings all
/// stores to what the container says.
/// </summary>
public sealed class CrashTests
{
    private const string Blob = "a.txt";
    private const string Several = "several.jsonl";
    private const string Rents = """{"id":"1","title":"Rents rise","text":"Rents rose in every city last month, the statistics office said on Monday."}""";
    private const string Rates = """{"id":"2","title":"Rates held","text":"The central bank held interest rates on Tuesday, its governor said in a statement."}""";

    private static readonly string Id = ArticleIds.ForFile(Blob);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public enum Change
    {
        New,
        Changed,
        Rejected,
        Deleted,
        Retired,
        Suppressed,
        Expired,
    }

    [Theory]
    [InlineData(Change.New)]
    [InlineData(Change.Changed)]
    [InlineData(Change.Rejected)]
    [InlineData(Change.Deleted)]
    [InlineData(Change.Retired)]
    [InlineData(Change.Suppressed)]
    [InlineData(Change.Expired)]
    public async Task Reconciling_AfterACrashAtAnyOperation_BringsWhatTheContainerSays(Change change)
    {
        for (var crashAt = 0; ; crashAt++)
        {
            var pipeline = new TestPipeline();
            await PrepareAsync(pipeline, change);
            var isCrashed = await CrashAsync(pipeline, () => ApplyAsync(pipeline, change), crashAt);
            pipeline.Storage.Queues.ParseArticle.Clear();
            pipeline.Storage.Queues.TagIssues.Clear();

            await pipeline.ConvergeAsync();

            AssertState(pipeline, change, crashAt, isCrashed);
            if (!isCrashed)
            {
                Assert.InRange(crashAt, 4, 200);
                return;
            }
        }
    }

    private static void AssertState(TestPipeline pipeline, Change change, int crashAt, bool isCrashed)
    {
        var what = $"{change}, crash at operation {crashAt}";
        pipeline.AssertNothingLeftOver();
        var head = pipeline.Storage.Articles.Heads.SingleOrDefault(head => head.ArticleId == Id);
        if (change is Change.Suppressed or Change.Expired)
        {
            // The mark is one step: before it nothing was asked for, after it all is done.
            var keptAway = pipeline.Storage.Articles.Heads.Where(one => change == Change.Suppressed ? one.IsSuppressed : one.Expired is not null).ToList();
            Assert.All(keptAway, one => Assert.True(one.State == ArticleState.Deleted, what));
            Assert.True(isCrashed || keptAway.Count == 1, what);
            return;
        }

        if (change == Change.Retired)
        {
            // The file holds its second article alone by now.
            Assert.Equal([(ArticleState.Deleted, null), (ArticleState.Tagged, "Rates held")], pipeline.Storage.Articles.Heads.Select(one => (one.State, one.Title)).OrderBy(one => one.Title, StringComparer.Ordinal));
            return;
        }

        Assert.True(
            change switch
            {
                // Gone before anything was written of it.
                Change.Deleted => head!.State == ArticleState.Deleted,
                Change.Rejected => head!.State == ArticleState.Rejected,
                Change.New => head is { State: ArticleState.Tagged, Title: "Trade talks resume" },
                _ => head is { State: ArticleState.Tagged, Title: "Climate summit opens" },
            },
            $"{what}: {head?.State} {head?.Title}");
    }

    private static async Task PrepareAsync(TestPipeline pipeline, Change change)
    {
        if (change is Change.Retired or Change.Suppressed or Change.Expired)
        {
            await pipeline.DropAsync(Several, $"{Rents}\n{Rates}");
        }
        else if (change != Change.New)
        {
            await pipeline.DropAsync(Blob, TestPipeline.TradeText);
        }
    }

    private static async Task ApplyAsync(TestPipeline pipeline, Change change)
    {
        switch (change)
        {
            case Change.New:
                pipeline.Storage.Sources.Put(Blob, TestPipeline.TradeText);
                await pipeline.ParseAsync(Blob);
                break;
            case Change.Changed:
                pipeline.Storage.Sources.Put(Blob, TestPipeline.ClimateText);
                await pipeline.ParseAsync(Blob);
                break;
            case Change.Rejected:
                pipeline.Storage.Sources.Put(Blob, new byte[] { 0, 1, 2, 0 });
                await pipeline.ParseAsync(Blob);
                break;
            case Change.Retired:
                pipeline.Storage.Sources.Put(Several, Rates);
                await pipeline.ParseAsync(Several);
                break;
            case Change.Deleted:
                pipeline.Storage.Sources.Remove(Blob);
                await pipeline.ParseAsync(Blob);
                break;
            case Change.Expired:
                var article = await pipeline.Storage.Articles.ReadAsync(FirstId(pipeline), Token);
                var file = await pipeline.Storage.Files.ReadAsync(article.Head!.Value.FileId, Token);
                await pipeline.Commands.TryExpireAsync(article.Head, file!.Value, Token);
                break;
            default:
                await pipeline.Commands.DeleteAsync(FirstId(pipeline), Token);
                break;
        }

        await pipeline.DrainAsync();
    }

    private static string FirstId(TestPipeline pipeline) => pipeline.Storage.Articles.Heads.Select(head => head.ArticleId).Order(StringComparer.Ordinal).First();

    /// <summary>Does something until the operation of a number, which never takes place.</summary>
    /// <returns>False where there were no so many operations.</returns>
    private static async Task<bool> CrashAsync(TestPipeline pipeline, Func<Task> work, int crashAt)
    {
        var operations = 0;
        pipeline.Storage.BeforeOperation = _ => Interlocked.Increment(ref operations) > crashAt ? throw new CrashException() : Task.CompletedTask;
        try
        {
            await work();
            return false;
        }
        catch (CrashException)
        {
            return true;
        }
        finally
        {
            pipeline.Storage.BeforeOperation = _ => Task.CompletedTask;
        }
    }

    private sealed class CrashException : Exception;
}
