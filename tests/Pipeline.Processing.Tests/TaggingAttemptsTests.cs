using Pipeline.Storage.Articles;
using Pipeline.Storage.Keys;
using Pipeline.Storage.Messages;
using Pipeline.Testing;
using Xunit;

namespace Pipeline.Processing.Tests;

/// <summary>Attempts to tag an article that break off, or meet others.</summary>
public sealed class TaggingAttemptsTests
{
    private const string Name = "trade.txt";

    private readonly TestPipeline _pipeline = new();
    private readonly string _id = ArticleIds.ForFile(Name);

    private TagIssuesMessage Message => new(_id, _id);

    [Fact]
    public async Task ProcessAsync_HeadOfARemovedArticleThatComesLate_IsATombstone()
    {
        // The first parsing stops between the row and the head, and goes on after the file's removal was tagged.
        _pipeline.Storage.Sources.Put(Name, TestPipeline.TradeText);
        var goesOn = false;
        _pipeline.Storage.BeforeOperation = async operation =>
        {
            if (operation == "Articles.AddIfMissing" && !goesOn)
            {
                _pipeline.Storage.Sources.Remove(Name);
                await _pipeline.ParseAsync(Name);
                await _pipeline.DrainAsync();
                goesOn = true;
            }
            else if (operation == "Queues.TagIssues" && goesOn)
            {
                throw new IOException("The worker went away.");
            }
        };
        await Assert.ThrowsAsync<IOException>(() => _pipeline.ParseAsync(Name));
        _pipeline.Storage.BeforeOperation = _ => Task.CompletedTask;

        await _pipeline.ParseAsync(Name);
        await _pipeline.DrainAsync();

        Assert.Equal(ArticleState.Deleted, _pipeline.HeadOf(_id).State);
        _pipeline.AssertNothingLeftOver();
    }

    [Fact]
    public async Task ProcessAsync_AnotherAttemptUnderWay_ComesBackLater()
    {
        await _pipeline.DropUntaggedAsync(Name, TestPipeline.TradeText);
        await _pipeline.CrashAtAsync("Articles.Commit", () => _pipeline.TagAsync(Message));

        await _pipeline.TagAsync(Message);

        Assert.Equal([(Message, TimeSpan.FromSeconds(30))], _pipeline.Storage.Queues.TagIssues);
        Assert.Equal(ArticleState.Pending, _pipeline.HeadOf(_id).State);
    }

    [Fact]
    public async Task ProcessAsync_RedeliveryAfterACrash_DoesTheWorkAtOnce()
    {
        await _pipeline.DropUntaggedAsync(Name, TestPipeline.TradeText);
        await _pipeline.CrashAtAsync("Articles.Commit", () => _pipeline.TagAsync(Message));

        await _pipeline.TagAsync(Message, dequeueCount: 2);

        Assert.Equal(ArticleState.Tagged, _pipeline.HeadOf(_id).State);
    }

    [Theory]
    [InlineData("Articles.Begin")]
    [InlineData("Index.Put")]
    [InlineData("Articles.Commit")]
    [InlineData("Articles.ReadHead")]
    [InlineData("Index.Delete")]
    [InlineData("Articles.DropIntent")]
    public async Task ProcessAsync_CrashInAChange_IsFinishedByTheRetry(string operation)
    {
        await _pipeline.DropAsync(Name, TestPipeline.TradeText);
        _pipeline.Storage.Sources.Put(Name, TestPipeline.ClimateText);
        await _pipeline.ParseAsync(Name);
        _pipeline.Storage.Queues.TagIssues.Clear();
        await _pipeline.CrashAtAsync(operation, () => _pipeline.TagAsync(Message));

        await _pipeline.TagAsync(Message, dequeueCount: 2);

        var head = _pipeline.HeadOf(_id);
        Assert.Equal("Climate summit opens", head.Title);
        Assert.Equal(head.IndexKeys.Count, _pipeline.Storage.Index.Rows.Count(row => head.IndexKeys.Contains(row.Key) && row.Value.Rev == head.Rev));
    }

    [Theory]
    [InlineData("Parsed.Read")]
    [InlineData("Articles.Begin")]
    [InlineData("Index.Put")]
    [InlineData("Articles.Commit")]
    public async Task ProcessAsync_ChangedMeanwhileByAnother_TheNewestStays(string operation)
    {
        await _pipeline.DropAsync(Name, TestPipeline.TradeText);
        _pipeline.Storage.Sources.Put(Name, TestPipeline.TradeText + "\n\nA third paragraph says that inflation and the tariffs go together.");
        await _pipeline.ParseAsync(Name);
        var interfered = false;
        _pipeline.Storage.BeforeOperation = async name =>
        {
            if (name == operation && !interfered)
            {
                interfered = true;
                _pipeline.Storage.Sources.Put(Name, TestPipeline.ClimateText);
                await _pipeline.ParseAsync(Name);
                await _pipeline.TagAsync(Message, dequeueCount: 2);
            }
        };

        await _pipeline.TagAsync(Message, dequeueCount: 2);
        await _pipeline.DrainAsync();

        Assert.True(interfered);
        Assert.Equal("Climate summit opens", _pipeline.HeadOf(_id).Title);
        _pipeline.AssertNothingLeftOver();
    }

    [Fact]
    public async Task ProcessAsync_OthersInEveryAttempt_GivesUp()
    {
        await _pipeline.DropUntaggedAsync(Name, TestPipeline.TradeText);
        var inside = false;
        _pipeline.Storage.BeforeOperation = async name =>
        {
            if (name == "Articles.Begin" && !inside)
            {
                inside = true;
                _pipeline.Storage.Sources.Put(Name, TestPipeline.TradeText);
                await _pipeline.ParseAsync(Name);
                await _pipeline.TagAsync(Message, dequeueCount: 2);
                _pipeline.Storage.Sources.Put(Name, TestPipeline.TradeText);
                await _pipeline.ParseAsync(Name);
                inside = false;
            }
        };

        await Assert.ThrowsAsync<ContentionException>(() => _pipeline.TagAsync(Message, dequeueCount: 2));
    }
}
