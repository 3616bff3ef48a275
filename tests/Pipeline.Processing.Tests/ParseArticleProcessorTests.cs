using Pipeline.Storage.Articles;
using Pipeline.Storage.Keys;
using Pipeline.Storage.Messages;
using Pipeline.Testing;
using Xunit;

namespace Pipeline.Processing.Tests;

public sealed class ParseArticleProcessorTests
{
    private const string Name = "a folder/trade.txt";

    private readonly TestPipeline _pipeline = new();
    private readonly string _id = ArticleIds.ForFile(Name);

    [Fact]
    public async Task ProcessAsync_NewFile_TakesSevenStorageOperations()
    {
        _pipeline.Storage.Sources.Put(Name, TestPipeline.TradeText);

        await _pipeline.ParseAsync(Name);

        Assert.Equal(
            ["Files.Read", "Sources.Read", "Parsed.Write", "Files.Write", "Articles.AddIfMissing", "Queues.TagIssues", "Sources.ReadETag"],
            _pipeline.Storage.Operations);
    }

    [Fact]
    public async Task ProcessAsync_NewFile_WritesRowPendingHeadAndMessage()
    {
        _pipeline.Storage.Sources.Put(Name, TestPipeline.TradeText);

        await _pipeline.ParseAsync(Name);

        var file = Assert.Single(_pipeline.Storage.Files.All);
        Assert.Equal([_id], file.ArticleIds);
        Assert.Equal(Name, file.BlobName);
        Assert.Equal([$"{_id}/{file.Version}.json"], _pipeline.Storage.Parsed.Names);
        Assert.Equal(ArticleState.Pending, _pipeline.HeadOf(_id).State);
        Assert.Equal([(new TagIssuesMessage(_id, _id), TimeSpan.Zero)], _pipeline.Storage.Queues.TagIssues);
    }

    [Fact]
    public async Task ProcessAsync_SameFileAgain_ChangesNothingAndAsksAgain()
    {
        _pipeline.Storage.Sources.Put(Name, TestPipeline.TradeText);
        await _pipeline.ParseAsync(Name);
        var row = Assert.Single(_pipeline.Storage.Files.All);
        _pipeline.Storage.Operations.Clear();

        await _pipeline.ParseAsync(Name);

        Assert.Same(row, Assert.Single(_pipeline.Storage.Files.All));
        Assert.Single(_pipeline.Storage.Parsed.Names);
        Assert.DoesNotContain("Files.Write", _pipeline.Storage.Operations);
        Assert.Equal(2, _pipeline.Storage.Queues.TagIssues.Count);
    }

    [Fact]
    public async Task ProcessAsync_FileThatIsGone_HoldsNoArticlesAndRetiresThem()
    {
        await _pipeline.DropAsync(Name, TestPipeline.TradeText);
        _pipeline.Storage.Sources.Remove(Name);

        await _pipeline.ParseAsync(Name);

        var file = Assert.Single(_pipeline.Storage.Files.All);
        Assert.Empty(file.ArticleIds);
        Assert.Empty(file.Retiring);
        Assert.Equal(_id, Assert.Single(_pipeline.Storage.Queues.TagIssues).Message.ArticleId);
    }

    [Fact]
    public async Task ProcessAsync_FileThatNeverWas_WritesNothing()
    {
        await _pipeline.ParseAsync("never.txt");

        Assert.Empty(_pipeline.Storage.Files.All);
        Assert.Empty(_pipeline.Storage.Articles.Heads);
        Assert.Empty(_pipeline.Storage.Queues.TagIssues);
    }

    [Fact]
    public async Task ProcessAsync_FileChangedMeanwhile_AsksToParseAgain()
    {
        _pipeline.Storage.Sources.Put(Name, TestPipeline.TradeText);
        _pipeline.Storage.BeforeOperation = operation =>
        {
            if (operation == "Queues.TagIssues")
            {
                _pipeline.Storage.Sources.Put(Name, TestPipeline.ClimateText);
            }

            return Task.CompletedTask;
        };

        await _pipeline.ParseAsync(Name);

        Assert.Equal([new ParseArticleMessage(Name)], _pipeline.Storage.Queues.ParseArticle);
    }

    [Fact]
    public async Task ProcessAsync_RowChangedByAnother_StartsAgainWithTheNewestFile()
    {
        _pipeline.Storage.Sources.Put(Name, TestPipeline.TradeText);
        var interfered = false;
        _pipeline.Storage.BeforeOperation = async operation =>
        {
            if (operation == "Files.Write" && !interfered)
            {
                interfered = true;
                _pipeline.Storage.Sources.Put(Name, TestPipeline.ClimateText);
                await _pipeline.ParseAsync(Name);
            }
        };

        await _pipeline.ParseAsync(Name);
        await _pipeline.DrainAsync();

        Assert.Equal("Climate summit opens", _pipeline.HeadOf(_id).Title);
        _pipeline.AssertNothingLeftOver();
    }

    [Fact]
    public async Task ProcessAsync_RowThatChangesEveryTime_GivesUpAndRecordsTheError()
    {
        _pipeline.Storage.Sources.Put(Name, TestPipeline.TradeText);
        var depth = 0;
        _pipeline.Storage.BeforeOperation = async operation =>
        {
            if (operation == "Files.Write" && depth == 0)
            {
                depth++;
                _pipeline.Storage.Sources.Put(Name, TestPipeline.TradeText);
                await _pipeline.ParseAsync(Name);
                _pipeline.Storage.Sources.Put(Name, TestPipeline.TradeText);
                depth--;
            }
        };

        await Assert.ThrowsAsync<ContentionException>(() => _pipeline.ParseAsync(Name));

        Assert.StartsWith("ContentionException", Assert.Single(_pipeline.Storage.Poison.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("   \n\n\t  ", "empty")]
    [InlineData("\0\u0001\u0002\u0003PNG", "not-text")]
    public async Task ProcessAsync_FileThatCannotBeRead_EndsAsRejected(string content, string reason)
    {
        await _pipeline.DropAsync(Name, content);

        var head = _pipeline.HeadOf(_id);
        Assert.Equal(ArticleState.Rejected, head.State);
        Assert.Equal(reason, head.Reason);
        Assert.False(string.IsNullOrEmpty(head.Detail));
        _pipeline.AssertNothingLeftOver();
    }

    [Fact]
    public async Task ProcessAsync_FileOverTheLimit_EndsAsTooLarge()
    {
        await _pipeline.DropAsync(Name, string.Concat(Enumerable.Repeat(TestPipeline.TradeText, 1_000)));

        Assert.Equal("too-large", _pipeline.HeadOf(_id).Reason);
    }
}
