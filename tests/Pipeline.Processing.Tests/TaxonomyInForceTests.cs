using Pipeline.Processing.Taxonomies;
using Pipeline.Storage.Keys;
using Pipeline.Storage.Taxonomies;
using Pipeline.Testing;
using Pipeline.Text.Tagging;
using Xunit;

namespace Pipeline.Processing.Tests;

public sealed class TaxonomyInForceTests
{
    private const string Own =
        """
        { "formatVersion": 1, "concepts": [{ "id": "steel", "preferredLabel": "Steel", "terms": ["tariffs on steel"] }] }
        """;

    private const string Extension =
        """
        { "formatVersion": 1, "mode": "extend", "concepts": [{ "id": "geneva-talks", "preferredLabel": "Talks in Geneva" }] }
        """;

    private static readonly string BuiltIn = Taxonomy.LoadBuiltIn().Version;

    private readonly TestPipeline _pipeline = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetAsync_NoOwnTaxonomy_IsTheBuiltInOne() => Assert.Equal(BuiltIn, await VersionAsync());

    [Fact]
    public async Task GetAsync_OwnTaxonomy_TakesItsPlaceOnceItIsLookedFor()
    {
        await VersionAsync();
        _pipeline.Storage.Taxonomies.Put("taxonomy.json", Own);

        var before = await VersionAsync();
        _pipeline.Time.Advance(TaxonomyInForce.LookInterval);
        var after = (await _pipeline.Taxonomies.GetAsync(Token)).Taxonomy;

        Assert.Equal(BuiltIn, before);
        Assert.Equal(["steel"], after.Concepts.Select(concept => concept.Id));
        Assert.Equal(after.Version, _pipeline.Storage.Taxonomies.InForce?.Version);
        Assert.Equal((TaxonomyState.InForce, after.Version), (_pipeline.Storage.Taxonomies.Report!.State, _pipeline.Storage.Taxonomies.Report.Version));
    }

    [Fact]
    public async Task GetAsync_Extension_AddsToTheBuiltInOne()
    {
        _pipeline.Storage.Taxonomies.Put("taxonomy.own.json", Extension);

        var taxonomy = (await _pipeline.Taxonomies.GetAsync(Token)).Taxonomy;

        Assert.NotNull(taxonomy.Find("geneva-talks"));
        Assert.NotNull(taxonomy.Find("trade"));
    }

    [Fact]
    public async Task GetAsync_UnchangedFile_IsReadOnceAndLookedForSeldom()
    {
        _pipeline.Storage.Taxonomies.Put("taxonomy.json", Own);

        for (var i = 0; i < 50; i++)
        {
            await VersionAsync();
            _pipeline.Time.Advance(TaxonomyInForce.LookInterval / 10);
        }

        Assert.Equal(1, _pipeline.Storage.Taxonomies.Reads);
        Assert.Equal(5, _pipeline.Storage.Taxonomies.Looks);
    }

    [Fact]
    public async Task GetAsync_WrongFile_IsRefusedWithAReportAndTheOldOneStays()
    {
        _pipeline.Storage.Taxonomies.Put("taxonomy.json", Own);
        var old = await VersionAsync();
        _pipeline.Storage.Taxonomies.Put("taxonomy.json", "{ \"formatVersion\": 1,\n\"concepts\": [{ \"id\": \"A\" }] }");
        _pipeline.Time.Advance(TaxonomyInForce.LookInterval);

        var kept = await VersionAsync();

        var report = _pipeline.Storage.Taxonomies.Report!;
        Assert.Equal(old, kept);
        Assert.Equal((TaxonomyState.Refused, "taxonomy.json", 2), (report.State, report.Blob, report.ProblemCount));
        Assert.Contains(report.Problems, problem => problem.Line == 2 && problem.Message.Contains("not an id", StringComparison.Ordinal));
    }

    [Fact]
    public async Task GetAsync_WrongFileSeenByANewWorker_LeavesTheStoredOneInForce()
    {
        _pipeline.Storage.Taxonomies.Put("taxonomy.json", Own);
        var old = await VersionAsync();
        var other = new TestPipeline();
        other.Storage.Taxonomies.InForce = _pipeline.Storage.Taxonomies.InForce;
        other.Storage.Taxonomies.Put("taxonomy.json", "{");

        Assert.Equal(old, (await other.Taxonomies.GetAsync(Token)).Taxonomy.Version);
    }

    [Fact]
    public async Task GetAsync_SeveralFiles_AreRefused()
    {
        _pipeline.Storage.Taxonomies.Put("taxonomy.json", Own);
        _pipeline.Storage.Taxonomies.Put("taxonomy.old.json", Own);

        Assert.Equal(BuiltIn, await VersionAsync());
        Assert.Equal("taxonomy.json, taxonomy.old.json", _pipeline.Storage.Taxonomies.Report!.Blob);
    }

    [Fact]
    public async Task GetAsync_FileThatIsRemoved_BringsTheBuiltInOneBack()
    {
        _pipeline.Storage.Taxonomies.Put("taxonomy.json", Own);
        await VersionAsync();
        _pipeline.Storage.Taxonomies.Remove("taxonomy.json");
        _pipeline.Time.Advance(TaxonomyInForce.LookInterval);

        Assert.Equal(BuiltIn, await VersionAsync());
        Assert.Null(_pipeline.Storage.Taxonomies.InForce);
        Assert.Null(_pipeline.Storage.Taxonomies.Report);
    }

    [Fact]
    public async Task TagAsync_OwnTaxonomy_TagsWithItAndSaysItsVersion()
    {
        _pipeline.Storage.Taxonomies.Put("taxonomy.json", Own);

        await _pipeline.DropAsync("trade.txt", TestPipeline.TradeText);

        var head = _pipeline.HeadOf(ArticleIds.ForFile("trade.txt"));
        Assert.Equal(["steel"], head.Issues.Select(issue => issue.Id));
        Assert.Equal(await VersionAsync(), head.TaxonomyVersion);
        _pipeline.AssertNothingLeftOver();
    }

    [Fact]
    public async Task TagAsync_TaxonomyThatChanged_TagsAgainWhatIsAskedForAgain()
    {
        await _pipeline.DropAsync("trade.txt", TestPipeline.TradeText);
        var id = ArticleIds.ForFile("trade.txt");
        var before = _pipeline.HeadOf(id);
        _pipeline.Storage.Taxonomies.Put("taxonomy.json", Own);
        _pipeline.Time.Advance(TaxonomyInForce.LookInterval);

        await _pipeline.TagAsync(new(id, before.FileId));
        await _pipeline.DrainAsync();

        Assert.NotEqual(before.TaxonomyVersion, _pipeline.HeadOf(id).TaxonomyVersion);
        Assert.Equal(["steel"], _pipeline.HeadOf(id).Issues.Select(issue => issue.Id));
        _pipeline.AssertNothingLeftOver();
    }

    private async Task<string> VersionAsync() => (await _pipeline.Taxonomies.GetAsync(Token)).Taxonomy.Version;
}
