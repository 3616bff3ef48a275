using Pipeline.Processing.Taxonomies;
using Pipeline.Testing;
using Xunit;

namespace Pipeline.Processing.Tests.Generations;

/// <summary>A taxonomy that comes together with the first articles into an empty storage, where each of two processes looks at what is in force at times of its own.</summary>
public sealed class TaxonomyRaceTests
{
    private const string Own =
        """
        { "formatVersion": 1, "concepts": [{ "id": "steel", "preferredLabel": "Steel", "terms": ["tariffs on steel"] }] }
        """;

    private readonly TestPipeline _first = new();
    private readonly TestPipeline _second;

    public TaxonomyRaceTests()
    {
        _second = new TestPipeline(beside: _first);
    }

    public enum Happening
    {
        TaxonomyComes,
        FirstTagsAnArticle,
        FirstLooksAtTheIndex,
        SecondLooksAtTheIndex,
    }

    public static TheoryData<Happening[]> Orders => [.. Permute([], Enum.GetValues<Happening>())];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Articles_InAnyOrder_AreAllTaggedByTheOwnTaxonomy(Happening[] order)
    {
        foreach (var one in order)
        {
            await DoAsync(one);
        }

        for (var run = 0; run < 12; run++)
        {
            _first.Time.Advance(TaxonomyInForce.LookInterval);
            await (run % 2 == 0 ? _first : _second).RebuildIndex.ProcessAsync(Token);
            await _second.DrainAsync();
            await _second.RecountStats.ProcessAsync(Token);
        }

        await _first.ConvergeAsync();
        await AssertOwnAsync();
    }

    [Fact]
    public async Task Article_TaggedByAnOldTaxonomyAfterOthersKnowTheNewOne_IsTaggedAgainAtOnce()
    {
        await _first.Taxonomies.GetAsync(Token);
        await DoAsync(Happening.TaxonomyComes);
        await DoAsync(Happening.SecondLooksAtTheIndex);

        await DoAsync(Happening.FirstTagsAnArticle);

        await AssertOwnAsync();
    }

    [Fact]
    public async Task Article_TaggedByWhoKnowsNeitherTaxonomyNorIndex_IsFoundByReconciling()
    {
        await _first.Issues.ListAsync(null, Token);
        await DoAsync(Happening.TaxonomyComes);
        await DoAsync(Happening.SecondLooksAtTheIndex);
        await DoAsync(Happening.FirstTagsAnArticle);
        Assert.DoesNotContain(_first.Storage.Articles.Heads, head => head.Issues.Any(issue => issue.Id == "steel"));

        await _first.ConvergeAsync();

        await AssertOwnAsync();
    }

    private async Task DoAsync(Happening one)
    {
        switch (one)
        {
            case Happening.TaxonomyComes:
                _first.Storage.Taxonomies.Put("taxonomy.json", Own);
                break;
            case Happening.FirstTagsAnArticle:
                await _first.DropAsync("first.txt", TestPipeline.TradeText);
                break;
            default:
                await (one == Happening.FirstLooksAtTheIndex ? _first : _second).RebuildIndex.ProcessAsync(Token);
                break;
        }
    }

    private async Task AssertOwnAsync()
    {
        var own = (await _first.Taxonomies.GetAsync(Token)).Taxonomy.Version;
        Assert.All(_first.Storage.Articles.Heads, head => Assert.Equal(own, head.TaxonomyVersion));
        Assert.All(_first.Storage.Articles.Heads, head => Assert.Contains(head.Issues, issue => issue.Id == "steel"));
    }

    private static IEnumerable<Happening[]> Permute(Happening[] begun, Happening[] left) => left is []
        ? [begun]
        : left.SelectMany(one => Permute([.. begun, one], [.. left.Where(other => other != one)]));
}
