using Pipeline.Processing.Delivery;
using Pipeline.Processing.Generations;
using Pipeline.Processing.Queries.Listings;
using Pipeline.Processing.Taxonomies;
using Pipeline.Storage.Index;
using Pipeline.Storage.Keys;
using Pipeline.Testing;
using Xunit;

namespace Pipeline.Processing.Tests.Generations;

public sealed class RebuildIndexProcessorTests
{
    // An issue that the built-in taxonomy does not have, found in the texts of these tests.
    private const string Own =
        """
        { "formatVersion": 1, "mode": "extend", "concepts": [{ "id": "geneva-talks", "preferredLabel": "Talks in Geneva" }] }
        """;

    private readonly TestPipeline _pipeline = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ProcessAsync_NewStorage_IsOfTheVersionInForceWithoutARebuild(bool articleComesBeforeTheFirstLook)
    {
        if (articleComesBeforeTheFirstLook)
        {
            await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        }

        await RunAsync(3);

        var generations = (await _pipeline.Storage.Generations.ReadAsync(Token))!.Value;
        Assert.Equal(1, generations.Live);
        Assert.NotEmpty(generations.LiveVersion);
        Assert.Null(generations.Building);
    }

    [Fact]
    public async Task ProcessAsync_ArticlesOfAnotherVersionBeforeTheFirstLook_AreTaggedAgain()
    {
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        await ChangeTaxonomyAsync();

        await RunAsync(10);

        Assert.Equal(2, (await _pipeline.Storage.Generations.ReadAsync(Token))!.Value.Live);
        Assert.Equal(1, await CountAsync("geneva-talks"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ProcessAsync_FirstLookAmongArticlesUnderWay_RebuildsForAnotherVersionAlone(bool isOfAnotherVersion)
    {
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        var (key, entry) = _pipeline.Storage.Index.Rows.First(row => row.Key.PartitionKey.StartsWith("all-", StringComparison.Ordinal));
        Assert.True(IndexPosition.TryParse(key.RowKey, out var position));
        for (var i = 0; i < WorkBacklog.MaxWaiting; i++)
        {
            // Rows are written before heads are committed; these come before the article's own.
            var id = ArticleIds.ForFile($"under-way/{i}.txt");
            var newer = new IndexPosition(position.Value.Time.AddSeconds(1), id);
            await _pipeline.Storage.Index.TryPutAsync(new(key with { RowKey = newer.RowKey }, entry with { ArticleId = id }), Token);
        }

        if (isOfAnotherVersion)
        {
            await ChangeTaxonomyAsync();
        }

        await _pipeline.RebuildIndex.ProcessAsync(Token);

        Assert.Equal(isOfAnotherVersion, (await _pipeline.Storage.Generations.ReadAsync(Token))!.Value.Building is not null);
    }

    [Fact]
    public async Task ProcessAsync_ChangedTaxonomy_BuildsBesideAndFlips()
    {
        await RunAsync(1);
        for (var i = 0; i < 5; i++)
        {
            await _pipeline.DropAsync($"{i}.txt", TestPipeline.TradeText.Replace("2024-05-02", $"2024-05-1{i}", StringComparison.Ordinal));
        }

        await ChangeTaxonomyAsync();
        await RunAsync(1);
        Assert.Equal(2, (await _pipeline.Storage.Generations.ReadAsync(Token))!.Value.Building!.Number);

        // While it builds: what is there stays listed, what comes is listed at once, what goes is gone.
        await RunAsync(1);
        Assert.Equal(5, await CountAsync("trade"));
        await _pipeline.DropAsync("new.txt", TestPipeline.TradeText.Replace("2024-05-02", "2024-05-20", StringComparison.Ordinal));
        _pipeline.Storage.Sources.Remove("0.txt");
        await _pipeline.ParseAsync("0.txt");
        await _pipeline.DrainAsync();
        Assert.Equal(5, await CountAsync("trade"));

        await RunAsync(5);

        var generations = (await _pipeline.Storage.Generations.ReadAsync(Token))!.Value;
        Assert.Equal(2, generations.Live);
        Assert.Null(generations.Building);
        Assert.Equal(5, await CountAsync("trade"));
        Assert.Equal(5, await CountAsync("geneva-talks"));
        await RunAsync(5);
        Assert.Equal([1], _pipeline.Storage.Generations.Dropped);
        Assert.All(_pipeline.Storage.Index.Rows.Keys, key => Assert.Equal(2, key.Generation));
    }

    [Fact]
    public async Task ProcessAsync_AfterTheFlip_ChangesAndDeletesLeaveNothingBehind()
    {
        await RunAsync(1);
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        await _pipeline.DropAsync("b.txt", TestPipeline.TradeText.Replace("2024-05-02", "2024-05-20", StringComparison.Ordinal));
        await ChangeTaxonomyAsync();
        await RunAsync(10);

        Assert.Equal([1], _pipeline.Storage.Generations.Dropped);
        await _pipeline.DropAsync("a.txt", TestPipeline.ClimateText);
        await _pipeline.DropAsync("b.txt", "");
        await _pipeline.RecountStats.ProcessAsync(Token);

        _pipeline.AssertNothingLeftOver();
        Assert.Empty(_pipeline.Storage.Dirty.Hours);
        var issues = (await _pipeline.Issues.ListAsync(null, Token)).Value!.Issues;
        Assert.Equal((0L, 1L), (issues.Single(issue => issue.Id == "trade").Articles, issues.Single(issue => issue.Id == "climate-change").Articles));
        Assert.Equal(0, await CountAsync("trade"));
    }

    [Fact]
    public async Task ProcessAsync_TaxonomyChangedTwice_BuildsTheLastOneAlone()
    {
        await RunAsync(1);
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        await ChangeTaxonomyAsync();
        await RunAsync(2);

        await ChangeTaxonomyAsync(Own.Replace("geneva-talks", "swiss-talks", StringComparison.Ordinal));
        await RunAsync(20);

        var generations = (await _pipeline.Storage.Generations.ReadAsync(Token))!.Value;
        Assert.Equal(3, generations.Live);
        Assert.Null(generations.Building);
        Assert.Equal(1, await CountAsync("swiss-talks"));
        Assert.Equal([1, 2], _pipeline.Storage.Generations.Dropped.Order());
    }

    [Fact]
    public async Task ProcessAsync_TaxonomyThatGoesBackWhileItIsBuilt_LeavesNothingOfTheOther()
    {
        await RunAsync(1);
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        await ChangeTaxonomyAsync();
        await RunAsync(1);
        await _pipeline.DropAsync("new.txt", TestPipeline.TradeText.Replace("2024-05-02", "2024-05-20", StringComparison.Ordinal));
        _pipeline.Storage.Taxonomies.Remove("taxonomy.json");
        _pipeline.Time.Advance(TaxonomyInForce.LookInterval + TimeSpan.FromSeconds(1));

        await RunAsync(20);

        var taxonomy = (await _pipeline.Taxonomies.GetAsync(Token)).Taxonomy;
        Assert.Null(taxonomy.Find("geneva-talks"));
        Assert.All(_pipeline.Storage.Articles.Heads, head => Assert.Equal(taxonomy.Version, head.TaxonomyVersion));
        Assert.DoesNotContain(_pipeline.Storage.Index.Rows.Keys, key => key.PartitionKey.StartsWith("issue-geneva-talks", StringComparison.Ordinal));
        Assert.Equal(2, await CountAsync("trade"));
    }

    [Fact]
    public async Task ProcessAsync_WorkerThatDoesNotKnowOfTheRebuild_AsksAgainAndIsFollowed()
    {
        await RunAsync(1);
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        await ChangeTaxonomyAsync();
        _pipeline.Storage.Sources.Put("slow.txt", TestPipeline.ClimateText);
        await _pipeline.ParseAsync("slow.txt");
        var slow = Assert.Single(_pipeline.Storage.Queues.TagIssues).Message;
        _pipeline.Storage.Queues.TagIssues.Clear();
        var first = true;
        _pipeline.Storage.BeforeOperation = async operation =>
        {
            if (operation == "Parsed.Read" && first)
            {
                // The rebuild goes by while this worker is at its text, and the old table is there yet.
                first = false;
                await RunAsync(3);
            }
        };

        await _pipeline.TagAsync(slow);
        _pipeline.Time.Advance(RebuildIndexProcessor.Settling);
        await _pipeline.DrainAsync();

        Assert.Equal(2, (await _pipeline.Storage.Generations.ReadAsync(Token))!.Value.Live);
        Assert.Equal(1, await CountAsync("climate-change"));
    }

    [Fact]
    public async Task ProcessAsync_RowThatNoHeadNames_DoesNotHoldUpTheFlip()
    {
        await RunAsync(1);
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        var (key, entry) = _pipeline.Storage.Index.Rows.First(row => row.Key.PartitionKey.StartsWith("all-", StringComparison.Ordinal));
        var orphan = ArticleIds.ForFile("nobody's.txt");
        await _pipeline.Storage.Index.TryPutAsync(
            new(key with { RowKey = $"{key.RowKey.Split('_')[0]}_{orphan}" }, entry with { ArticleId = orphan }), Token);
        await ChangeTaxonomyAsync();

        await RunAsync(10);

        Assert.Equal(2, (await _pipeline.Storage.Generations.ReadAsync(Token))!.Value.Live);
    }

    private async Task ChangeTaxonomyAsync(string text = Own)
    {
        _pipeline.Storage.Taxonomies.Put("taxonomy.json", text);
        _pipeline.Time.Advance(TaxonomyInForce.LookInterval + TimeSpan.FromSeconds(1));
        await _pipeline.Taxonomies.GetAsync(Token);
        Assert.Equal(Pipeline.Storage.Taxonomies.TaxonomyState.InForce, _pipeline.Storage.Taxonomies.Report!.State);
    }

    /// <summary>Runs the timer so often, and handles all that comes of it.</summary>
    private async Task RunAsync(int times)
    {
        for (var i = 0; i < times; i++)
        {
            await _pipeline.RebuildIndex.ProcessAsync(Token);
            await _pipeline.DrainAsync();
            await _pipeline.RecountStats.ProcessAsync(Token);
            _pipeline.Time.Advance(RebuildIndexProcessor.Settling + TimeSpan.FromSeconds(1));
        }
    }

    private async Task<int> CountAsync(string issue)
    {
        var page = await _pipeline.Summaries.ListAsync(new SummaryListParameters { Issues = [issue], Limit = "100" }, Token);
        return page.Value!.Items.Count;
    }
}
