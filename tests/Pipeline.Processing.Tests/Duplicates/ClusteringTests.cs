using Pipeline.Processing.Duplicates;
using Pipeline.Storage.Keys;
using Pipeline.Testing;
using Xunit;

namespace Pipeline.Processing.Tests.Duplicates;

public sealed class ClusteringTests
{
    private readonly TestPipeline _pipeline = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DropAsync_SameTextUnderSeveralNames_IsOneCluster()
    {
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        Assert.Null(_pipeline.HeadOf(ArticleIds.ForFile("a.txt")).Cluster);

        await _pipeline.DropAsync("b.txt", TestPipeline.TradeText.Replace("Trade talks resume", "Talks on trade go on", StringComparison.Ordinal));
        await _pipeline.DropAsync("c.txt", TestPipeline.TradeText.Replace("2024-05-02", "2024-05-20", StringComparison.Ordinal));
        await _pipeline.DropAsync("other.txt", TestPipeline.ClimateText);

        string[] ids = [ArticleIds.ForFile("a.txt"), ArticleIds.ForFile("b.txt"), ArticleIds.ForFile("c.txt")];
        var cluster = Assert.Single(ids.Select(id => _pipeline.HeadOf(id).Cluster).Distinct());
        Assert.Contains(cluster, ids);
        Assert.Null(_pipeline.HeadOf(ArticleIds.ForFile("other.txt")).Cluster);
        Assert.All(_pipeline.Storage.Index.Rows.Values.Where(row => ids.Contains(row.ArticleId) && row.Signature.IsEmpty), row => Assert.Equal(cluster, row.Cluster));
        _pipeline.AssertNothingLeftOver();
    }

    [Fact]
    public async Task DropAsync_OneMoreOfMany_ChangesNobodyElse()
    {
        for (var i = 0; i < 30; i++)
        {
            await _pipeline.DropAsync($"{i}.txt", TestPipeline.TradeText);
        }

        _pipeline.Storage.Operations.Clear();
        await _pipeline.DropAsync("one more.txt", TestPipeline.TradeText);

        Assert.Equal(1, _pipeline.Storage.Operations.Count(operation => operation == "Articles.Commit"));
        Assert.Single(_pipeline.Storage.Articles.Heads.Select(head => head.Cluster).Distinct());
    }

    [Fact]
    public async Task TagAsync_TwoAtOnce_ChooseAlike()
    {
        _pipeline.Storage.Sources.Put("a.txt", TestPipeline.TradeText);
        _pipeline.Storage.Sources.Put("b.txt", TestPipeline.TradeText);
        await _pipeline.ParseAsync("a.txt");
        await _pipeline.ParseAsync("b.txt");
        var (a, b) = (ArticleIds.ForFile("a.txt"), ArticleIds.ForFile("b.txt"));
        var other = false;
        _pipeline.Storage.BeforeOperation = async operation =>
        {
            if (operation == "Index.Read" && !other)
            {
                // The second comes when the first has written its signature, and is done before the first goes on.
                other = true;
                await _pipeline.TagAsync(new(b, b));
            }
        };

        await _pipeline.TagAsync(new(a, a));

        Assert.NotNull(_pipeline.HeadOf(a).Cluster);
        Assert.Equal(_pipeline.HeadOf(a).Cluster, _pipeline.HeadOf(b).Cluster);
    }

    [Fact]
    public async Task DropAsync_SameTextOfAnotherYear_IsNotADuplicate()
    {
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        await _pipeline.DropAsync("b.txt", TestPipeline.TradeText.Replace("2024-05-02", "2023-05-02", StringComparison.Ordinal));

        Assert.Null(_pipeline.HeadOf(ArticleIds.ForFile("b.txt")).Cluster);
    }

    [Theory]
    [InlineData("2024-06-16", true)]
    [InlineData("2024-06-17", false)]
    [InlineData("2024-03-19", true)]
    [InlineData("2024-03-17", false)]
    public async Task DropAsync_SameTextOfAnotherDay_IsADuplicateWithinFortyFiveDays(string day, bool isDuplicate)
    {
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        await _pipeline.DropAsync("b.txt", TestPipeline.TradeText.Replace("2024-05-02", day, StringComparison.Ordinal));

        Assert.Equal(isDuplicate, _pipeline.HeadOf(ArticleIds.ForFile("b.txt")).Cluster is not null);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9999)]
    public async Task FindAsync_AtTheEndOfTime_FindsNothingAndDoesNotFail(int year)
    {
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        await _pipeline.DropAsync("b.txt", TestPipeline.TradeText);
        var head = _pipeline.HeadOf(ArticleIds.ForFile("a.txt"));
        var early = head with { Published = head.Published!.Value with { Day = year == 1 ? DateOnly.MinValue : DateOnly.MaxValue } };

        Assert.Empty(await new SimilarArticles(_pipeline.Storage.Index, _pipeline.Storage.Articles).FindAsync(early, head.Generation, limit: 5, Token));
    }

    [Theory]
    [InlineData("b.txt", "c.txt")]
    [InlineData("c.txt", "b.txt")]
    public async Task FindAsync_SeveralOthers_GivesTheMostSimilarFirstUpToTheLimit(string same, string less)
    {
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        await _pipeline.DropAsync(same, TestPipeline.TradeText);
        await _pipeline.DropAsync(less, TestPipeline.TradeText.Replace("A joint statement is expected on Friday.", "", StringComparison.Ordinal));
        var head = _pipeline.HeadOf(ArticleIds.ForFile("a.txt"));
        var similar = new SimilarArticles(_pipeline.Storage.Index, _pipeline.Storage.Articles);

        var found = await similar.FindAsync(head, head.Generation, limit: 5, Token);

        Assert.Equal([ArticleIds.ForFile(same), ArticleIds.ForFile(less)], found.Select(other => other.Head.ArticleId));
        Assert.Equal(1, found[0].Resemblance);
        Assert.Equal([ArticleIds.ForFile(same)], (await similar.FindAsync(head, head.Generation, limit: 1, Token)).Select(other => other.Head.ArticleId));
    }

    [Fact]
    public async Task GetDuplicatesAsync_Article_NamesTheOthersAndHowSimilarTheyAre()
    {
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        await _pipeline.DropAsync("b.txt", TestPipeline.TradeText.Replace("A joint statement is expected on Friday.", "", StringComparison.Ordinal));

        var duplicates = (await _pipeline.Articles.GetDuplicatesAsync(ArticleIds.ForFile("a.txt"), Token)).Value!;

        var other = Assert.Single(duplicates.Items);
        Assert.Equal(ArticleIds.ForFile("b.txt"), other.Id);
        Assert.InRange(other.Resemblance, 0.7, 0.99);
    }

    [Fact]
    public async Task GetDuplicatesAsync_OtherThatIsGone_IsNotNamed()
    {
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        await _pipeline.DropAsync("b.txt", TestPipeline.TradeText);
        _pipeline.Storage.Sources.Remove("b.txt");
        await _pipeline.ParseAsync("b.txt");
        await _pipeline.DrainAsync();

        Assert.Empty((await _pipeline.Articles.GetDuplicatesAsync(ArticleIds.ForFile("a.txt"), Token)).Value!.Items);
    }
}
