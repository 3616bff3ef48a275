using Pipeline.Storage.Articles;
using Pipeline.Storage.Index;
using Pipeline.Storage.Keys;
using Pipeline.Storage.Messages;
using Pipeline.Testing;
using Xunit;

namespace Pipeline.Processing.Tests;

public sealed class TagIssuesProcessorTests
{
    private const string Name = "trade.txt";

    private readonly TestPipeline _pipeline = new();
    private readonly string _id = ArticleIds.ForFile(Name);

    private TagIssuesMessage Message => new(_id, _id);

    [Fact]
    public async Task ProcessAsync_NewArticle_TakesSevenStorageOperationsOneARowAndOneABand()
    {
        await _pipeline.DropUntaggedAsync(Name, TestPipeline.TradeText);
        _pipeline.Storage.Operations.Clear();

        await _pipeline.TagAsync(Message);

        const int Bands = 4;
        var rows = _pipeline.Storage.Index.Rows.Count;
        Assert.True(rows >= 2 + Bands);
        Assert.Equal(
            [
                "Generations.Read", // once in ten seconds
                "Articles.Read", "Files.Read", "Parsed.Read", "Parsed.WriteTags", "Articles.Begin",
                .. Enumerable.Repeat("Index.Put", Bands), .. Enumerable.Repeat("Index.Read", Bands),
                .. Enumerable.Repeat("Index.Put", rows - Bands),
                "Dirty.Mark", "Articles.Commit",
            ],
            _pipeline.Storage.Operations);
    }

    [Fact]
    public async Task ProcessAsync_NewArticle_StandsInItsListings()
    {
        await _pipeline.DropAsync(Name, TestPipeline.TradeText);

        var head = _pipeline.HeadOf(_id);
        Assert.Equal(ArticleState.Tagged, head.State);
        Assert.Contains(head.Issues, issue => issue.Id == "trade");
        Assert.Equal(new DateOnly(2024, 5, 2), head.Published!.Value.Day);
        Assert.NotEmpty(head.Summary);
        IndexListing[] listings = [IndexListing.All, IndexListing.Arrival, IndexListing.Issue("trade"), IndexListing.Branch("economy"), IndexListing.Actor("q148")];
        Assert.All(listings, listing => Assert.Contains(head.IndexKeys, key => key.Generation == 1 && key.PartitionKey.StartsWith($"{listing}_0_", StringComparison.Ordinal)));
        Assert.Equal(4, head.IndexKeys.Count(key => key.PartitionKey.StartsWith("near-", StringComparison.Ordinal)));
        _pipeline.AssertNothingLeftOver();
    }

    [Fact]
    public async Task ProcessAsync_SameMessageAgain_ReadsTwoRowsAndIsDone()
    {
        await _pipeline.DropAsync(Name, TestPipeline.TradeText);
        _pipeline.Storage.Operations.Clear();

        await _pipeline.TagAsync(Message);

        Assert.Equal(["Articles.Read", "Files.Read"], _pipeline.Storage.Operations);
    }

    [Fact]
    public async Task ProcessAsync_ChangedFile_ReplacesEveryRow()
    {
        await _pipeline.DropAsync(Name, TestPipeline.TradeText);
        var before = _pipeline.HeadOf(_id);

        await _pipeline.DropAsync(Name, TestPipeline.ClimateText);

        var after = _pipeline.HeadOf(_id);
        Assert.Equal("Climate summit opens", after.Title);
        Assert.DoesNotContain(after.Issues, issue => issue.Id == "trade");
        Assert.Equal(before.FirstSeen, after.FirstSeen);
        Assert.True(after.Rev > before.Rev);
        _pipeline.AssertNothingLeftOver();
    }

    [Fact]
    public async Task ProcessAsync_RemovedFile_LeavesATombstoneOnly()
    {
        await _pipeline.DropAsync(Name, TestPipeline.TradeText);
        _pipeline.Storage.Sources.Remove(Name);
        await _pipeline.ParseAsync(Name);

        await _pipeline.DrainAsync();

        Assert.Equal(ArticleState.Deleted, _pipeline.HeadOf(_id).State);
        Assert.Null(_pipeline.HeadOf(_id).Title);
        Assert.Empty(_pipeline.Storage.Index.Rows);
        _pipeline.AssertNothingLeftOver();
    }

    [Fact]
    public async Task ProcessAsync_RemovedAndDroppedAgain_ComesBack()
    {
        await _pipeline.DropAsync(Name, TestPipeline.TradeText);
        _pipeline.Storage.Sources.Remove(Name);
        await _pipeline.ParseAsync(Name);
        await _pipeline.DrainAsync();

        await _pipeline.DropAsync(Name, TestPipeline.TradeText);

        Assert.Equal(ArticleState.Tagged, _pipeline.HeadOf(_id).State);
        _pipeline.AssertNothingLeftOver();
    }

    [Fact]
    public async Task ProcessAsync_ParsedBlobMissing_AsksToParseAgain()
    {
        await _pipeline.DropUntaggedAsync(Name, TestPipeline.TradeText);
        _pipeline.Storage.Parsed.Remove(Assert.Single(_pipeline.Storage.Parsed.Names));

        await _pipeline.TagAsync(Message);

        Assert.Equal([new ParseArticleMessage(Name)], _pipeline.Storage.Queues.ParseArticle);
        Assert.Equal(ArticleState.Pending, _pipeline.HeadOf(_id).State);
    }

    [Fact]
    public async Task ProcessAsync_ParsedBlobMissing_IsBroughtBack()
    {
        await _pipeline.DropUntaggedAsync(Name, TestPipeline.TradeText);
        _pipeline.Storage.Parsed.Remove(Assert.Single(_pipeline.Storage.Parsed.Names));

        await _pipeline.TagAsync(Message);
        await _pipeline.DrainAsync();

        Assert.Equal(ArticleState.Tagged, _pipeline.HeadOf(_id).State);
        _pipeline.AssertNothingLeftOver();
    }

    [Fact]
    public async Task ProcessAsync_UnknownArticle_WritesNothing()
    {
        await _pipeline.TagAsync(Message);

        Assert.Empty(_pipeline.Storage.Articles.Heads);
        Assert.Empty(_pipeline.Storage.Articles.Intents);
    }

    [Fact]
    public async Task ProcessAsync_ErrorOfManyLines_IsRecordedByItsFirst()
    {
        await _pipeline.DropUntaggedAsync(Name, TestPipeline.TradeText);
        _pipeline.Storage.BeforeOperation = name =>
            name == "Articles.Begin" ? throw new IOException("The server is busy.\r\nHeaders:\nServer: storage") : Task.CompletedTask;

        await Assert.ThrowsAsync<IOException>(() => _pipeline.TagAsync(Message));

        Assert.Equal("IOException", Assert.Single(_pipeline.Storage.Poison.Errors));
    }

    [Fact]
    public async Task ProcessAsync_SuccessAfterAnError_ForgetsTheError()
    {
        await _pipeline.DropUntaggedAsync(Name, TestPipeline.TradeText);
        await _pipeline.CrashAtAsync("Articles.Begin", () => _pipeline.TagAsync(Message));
        Assert.Single(_pipeline.Storage.Poison.Errors);

        await _pipeline.TagAsync(Message, dequeueCount: 2);

        Assert.Empty(_pipeline.Storage.Poison.Errors);
    }

    [Fact]
    public async Task ProcessAsync_ArticleInADay_HasEvidenceInItsText()
    {
        await _pipeline.DropAsync(Name, TestPipeline.TradeText);

        var tags = (await _pipeline.Articles.GetTagsAsync(_id, TestContext.Current.CancellationToken)).Value!;
        var text = (await _pipeline.Articles.GetTextAsync(_id, TestContext.Current.CancellationToken)).Value!;

        Assert.Equal(tags.Version, text.Version);
        Assert.All(tags.Issues, issue => Assert.All(issue.Evidence, span => Assert.False(string.IsNullOrWhiteSpace(text.Text.Substring(span.Start, span.Length)))));
    }
}
