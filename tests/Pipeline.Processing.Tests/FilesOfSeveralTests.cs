using System.Text;
using Pipeline.Processing.Poison;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Keys;
using Pipeline.Storage.Messages;
using Pipeline.Testing;
using Pipeline.Testing.Archives;
using Pipeline.Text.Parsing;
using Xunit;

namespace Pipeline.Processing.Tests;

/// <summary>The life of files that hold several articles.</summary>
public sealed class FilesOfSeveralTests
{
    private const string Name = "news.zip";

    private readonly TestPipeline _pipeline = new();
    private readonly string _fileId = ArticleIds.ForFile(Name);

    private static (string, byte[]) Trade => ("trade.txt", Encoding.UTF8.GetBytes(TestPipeline.TradeText));

    private static (string, byte[]) Climate => ("climate.txt", Encoding.UTF8.GetBytes(TestPipeline.ClimateText));

    private static (string, byte[]) Empty => ("empty.txt", []);

    [Fact]
    public async Task Drop_SeveralArticles_GivesEachAHeadOfItsOwn()
    {
        await DropAsync(Trade, Climate, Empty);

        Assert.Equal(("Trade talks resume", ArticleState.Tagged, "trade.txt"), Describe(HeadOf("trade.txt")));
        Assert.Equal(("Climate summit opens", ArticleState.Tagged, "climate.txt"), Describe(HeadOf("climate.txt")));
        Assert.Equal((null, ArticleState.Rejected, "empty.txt"), Describe(HeadOf("empty.txt")));
        Assert.Equal(3, _pipeline.Storage.Articles.Heads.Count);
        _pipeline.AssertNothingLeftOver();
    }

    [Fact]
    public async Task Drop_ManyArticles_TakesThreeOperationsForEachAndKeepsTheOrderOfSteps()
    {
        _pipeline.Storage.Sources.Put(Name, ZipBuilder.Of(Enumerable.Range(0, 100).Select(i => ($"{i}.txt", Trade.Item2))));

        await _pipeline.ParseAsync(Name);

        string[] expected =
        [
            "Files.Read", "Sources.Read", .. Enumerable.Repeat("Parsed.Write", 100), "Files.Write",
            .. Enumerable.Repeat("Articles.AddIfMissing", 100), .. Enumerable.Repeat("Queues.TagIssues", 100), "Sources.ReadETag",
        ];
        Assert.Equal(expected, _pipeline.Storage.Operations);
    }

    [Fact]
    public async Task Drop_ManyArticles_NeverDoesMoreThanSixteenOperationsAtOnce()
    {
        var (now, most) = (0, 0);
        _pipeline.Storage.BeforeOperation = async _ =>
        {
            var concurrent = Interlocked.Increment(ref now);
            lock (_pipeline)
            {
                most = Math.Max(most, concurrent);
            }

            await Task.Delay(1, TestContext.Current.CancellationToken);
            Interlocked.Decrement(ref now);
        };
        _pipeline.Storage.Sources.Put(Name, ZipBuilder.Of(Enumerable.Range(0, 200).Select(i => ($"{i}.txt", Trade.Item2))));

        await _pipeline.ParseAsync(Name);

        Assert.InRange(most, 2, 16);
    }

    [Fact]
    public async Task Drop_MoreThanTheLimit_IsRejectedAsTooMany()
    {
        var pipeline = new TestPipeline(ArticleParser.CreateDefault(new ParsingOptions { MaxItems = 3 }));

        await pipeline.DropAsync(Name, ZipBuilder.Of(Enumerable.Range(0, 4).Select(i => ($"{i}.txt", Trade.Item2))));

        var head = Assert.Single(pipeline.Storage.Articles.Heads);
        Assert.Equal((_fileId, ArticleState.Rejected, "too-many"), (head.ArticleId, head.State, head.Reason));
        pipeline.AssertNothingLeftOver();
    }

    [Fact]
    public async Task Drop_WithoutAnArticleOfBefore_RemovesIt()
    {
        await DropAsync(Trade, Climate);

        await DropAsync(Climate);

        Assert.Equal(ArticleState.Deleted, HeadOf("trade.txt").State);
        Assert.Equal(ArticleState.Tagged, HeadOf("climate.txt").State);
        Assert.DoesNotContain(_pipeline.Storage.Index.Rows.Values, entry => entry.Title == "Trade talks resume");
        Assert.Equal([IdOf("climate.txt")], Assert.Single(_pipeline.Storage.Files.All).ArticleIds);
        _pipeline.AssertNothingLeftOver();
    }

    [Fact]
    public async Task Drop_ArticlesBeforeAndAfterAndReordered_ChangesNothingOfTheOthers()
    {
        await DropAsync(Trade, Climate);
        var (trade, climate) = (HeadOf("trade.txt"), HeadOf("climate.txt"));
        var rows = RowsOf(IdOf("trade.txt"));
        _pipeline.Time.Advance(TimeSpan.FromDays(1));

        await DropAsync(("a.txt", Encoding.UTF8.GetBytes(TestPipeline.TradeText.Replace("Geneva", "Vienna", StringComparison.Ordinal))), Climate, Trade, Empty);

        // The version is that of the file, so each is tagged again; all that is said of it stays.
        JsonAssert.Same(WithoutVersion(trade), WithoutVersion(HeadOf("trade.txt")));
        JsonAssert.Same(WithoutVersion(climate), WithoutVersion(HeadOf("climate.txt")));
        Assert.NotEqual(trade.Version, HeadOf("trade.txt").Version);
        Assert.Equal(rows, RowsOf(IdOf("trade.txt")));
        Assert.Equal(_pipeline.Time.GetUtcNow(), HeadOf("a.txt").FirstSeen);
        _pipeline.AssertNothingLeftOver();
    }

    [Fact]
    public async Task Drop_ArticleThatCanNoLongerBeRead_BecomesRejectedAndBack()
    {
        await DropAsync(Trade, Climate);

        await DropAsync(("trade.txt", "\0\u0001\u0002"u8.ToArray()), Climate);
        Assert.Equal(ArticleState.Rejected, HeadOf("trade.txt").State);
        _pipeline.AssertNothingLeftOver();

        await DropAsync(Trade, Climate);
        Assert.Equal(ArticleState.Tagged, HeadOf("trade.txt").State);
        _pipeline.AssertNothingLeftOver();
    }

    [Fact]
    public async Task Drop_FromOneToSeveralAndBack_LeavesTheOnesOfNow()
    {
        await _pipeline.DropAsync(Name, TestPipeline.TradeText);
        Assert.Equal(ArticleState.Tagged, _pipeline.HeadOf(_fileId).State);

        await DropAsync(Trade, Climate);
        Assert.Equal(ArticleState.Deleted, _pipeline.HeadOf(_fileId).State);
        Assert.Equal(ArticleState.Tagged, HeadOf("trade.txt").State);
        _pipeline.AssertNothingLeftOver();

        await _pipeline.DropAsync(Name, Gzip.Compress(Encoding.UTF8.GetBytes(TestPipeline.TradeText)));
        Assert.Equal(ArticleState.Tagged, _pipeline.HeadOf(_fileId).State);
        Assert.Equal(ArticleState.Deleted, HeadOf("trade.txt").State);
        Assert.Equal(ArticleState.Deleted, HeadOf("climate.txt").State);
        _pipeline.AssertNothingLeftOver();
    }

    [Fact]
    public async Task Remove_File_RemovesAllItsArticles()
    {
        await DropAsync(Trade, Climate, Empty);
        _pipeline.Storage.Sources.Remove(Name);

        await _pipeline.ParseAsync(Name);
        await _pipeline.DrainAsync();

        Assert.All(_pipeline.Storage.Articles.Heads, head => Assert.Equal(ArticleState.Deleted, head.State));
        Assert.Empty(_pipeline.Storage.Index.Rows);
        _pipeline.AssertNothingLeftOver();
    }

    [Fact]
    public async Task Parse_CrashBetweenAnyTwoOperations_IsMadeGoodByARepetition()
    {
        await DropAsync(Trade, Empty);
        _pipeline.Storage.Sources.Put(Name, ZipBuilder.Of(Climate, Trade));
        _pipeline.Storage.Operations.Clear();
        for (var crash = 1; ; crash++)
        {
            var count = 0;
            _pipeline.Storage.BeforeOperation = _ => Interlocked.Increment(ref count) == crash ? throw new IOException("No storage.") : Task.CompletedTask;
            try
            {
                await _pipeline.ParseAsync(Name);
                break;
            }
            catch (IOException)
            {
                Assert.InRange(crash, 1, 20);
            }
        }

        _pipeline.Storage.BeforeOperation = _ => Task.CompletedTask;
        await _pipeline.DrainAsync();

        Assert.Equal(ArticleState.Tagged, HeadOf("trade.txt").State);
        Assert.Equal(ArticleState.Tagged, HeadOf("climate.txt").State);
        Assert.Equal(ArticleState.Deleted, HeadOf("empty.txt").State);
        _pipeline.AssertNothingLeftOver();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CollectPoison_RemovalThatCouldNotBeParsed_RemovesAllArticles(bool isOneArticle)
    {
        await (isOneArticle ? _pipeline.DropAsync(Name, TestPipeline.TradeText) : DropAsync(Trade, Climate));
        _pipeline.Storage.Sources.Remove(Name);

        await CollectAsync();

        Assert.All(_pipeline.Storage.Articles.Heads, head => Assert.Equal(ArticleState.Deleted, head.State));
        Assert.Empty(_pipeline.Storage.Index.Rows);
        Assert.Empty(Assert.Single(_pipeline.Storage.Files.All).Retiring);
        _pipeline.AssertNothingLeftOver();
    }

    [Fact]
    public async Task CollectPoison_RemovalThatCannotBeDoneNow_IsDoneWhenTheMessageComesBack()
    {
        await DropAsync(Trade, Climate);
        _pipeline.Storage.Sources.Remove(Name);
        var failures = 0;
        _pipeline.Storage.BeforeOperation = operation => operation == "Queues.TagIssues" && failures++ == 0 ? throw new IOException("No storage.") : Task.CompletedTask;

        await Assert.ThrowsAsync<AggregateException>(CollectAsync);
        await _pipeline.CollectPoison.ProcessAsync(TestContext.Current.CancellationToken);
        await _pipeline.DrainAsync();

        Assert.All(_pipeline.Storage.Articles.Heads, head => Assert.Equal(ArticleState.Deleted, head.State));
        _pipeline.AssertNothingLeftOver();
    }

    [Fact]
    public async Task CollectPoison_NewVersionThatCannotBeParsed_FailsTheFileUntilOneCan()
    {
        await DropAsync(Trade, Climate);
        _pipeline.Storage.Sources.Put(Name, ZipBuilder.Of(Climate));

        await CollectAsync();

        Assert.Equal((ArticleState.Failed, FailedArticleMarker.ParsingFailed), (_pipeline.HeadOf(_fileId).State, _pipeline.HeadOf(_fileId).Reason));
        Assert.Equal(ArticleState.Tagged, HeadOf("trade.txt").State);

        await _pipeline.ParseAsync(Name);
        await _pipeline.DrainAsync();
        Assert.Equal(ArticleState.Deleted, _pipeline.HeadOf(_fileId).State);
        Assert.Equal(ArticleState.Deleted, HeadOf("trade.txt").State);
        _pipeline.AssertNothingLeftOver();
    }

    [Fact]
    public async Task CollectPoison_FileWhoseRowWasWritten_AsksForItsArticles()
    {
        _pipeline.Storage.Sources.Put(Name, ZipBuilder.Of(Trade, Climate));
        _pipeline.Storage.BeforeOperation = operation => operation == "Articles.AddIfMissing" ? throw new IOException("No storage.") : Task.CompletedTask;
        await Assert.ThrowsAsync<IOException>(() => _pipeline.ParseAsync(Name));
        _pipeline.Storage.BeforeOperation = _ => Task.CompletedTask;

        await CollectAsync();

        Assert.Equal(ArticleState.Tagged, HeadOf("trade.txt").State);
        Assert.Equal(2, _pipeline.Storage.Articles.Heads.Count);
        _pipeline.AssertNothingLeftOver();
    }

    private static (string?, ArticleState, string?) Describe(ArticleHead head) => (head.Title, head.State, head.ItemId);

    private static ArticleHead WithoutVersion(ArticleHead head) => head with { Version = "", ETag = "", Rev = 0, NextRev = 0, Cluster = null };

    private Task DropAsync(params (string, byte[])[] entries) => _pipeline.DropAsync(Name, ZipBuilder.Of(entries));

    private async Task CollectAsync()
    {
        await _pipeline.FailAsync("parse-article-poison", ArticleIds.ForFile(Name), MessageSerializer.Write(new ParseArticleMessage(Name)).ToString());
        await _pipeline.CollectPoison.ProcessAsync(TestContext.Current.CancellationToken);
        await _pipeline.DrainAsync();
    }

    private string IdOf(string item) => ArticleIds.ForItem(_fileId, item);

    private ArticleHead HeadOf(string item) => _pipeline.HeadOf(IdOf(item));

    private List<string> RowsOf(string articleId) =>
        [.. _pipeline.Storage.Index.Rows.Where(row => row.Value.ArticleId == articleId).Select(row => row.Key.ToString()).Order(StringComparer.Ordinal)];
}
