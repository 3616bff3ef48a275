using Pipeline.Processing.Queries;
using Pipeline.Processing.Queries.Listings;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Generations;
using Pipeline.Storage.Index;
using Pipeline.Storage.Keys;
using Pipeline.Storage.Statistics;
using Pipeline.Testing;
using Pipeline.Testing.InMemory;
using Pipeline.Text;
using Pipeline.Text.Tagging;
using Xunit;

namespace Pipeline.Processing.Tests.Queries;

public sealed class ListingFilterTests
{
    private readonly TestPipeline _pipeline = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<SummaryListParameters, string[]> Filters => new()
    {
        { new() { Issues = ["trade"] }, ["c", "b", "a"] },
        { new() { Issues = ["economy"] }, ["e"] },
        { new() { Issues = ["economy"], Narrower = "true" }, ["e", "c", "b", "a"] },
        { new() { Issues = ["trade", "climate-change"] }, ["b"] },
        { new() { Issues = ["trade", "trade"] }, ["c", "b", "a"] },
        { new() { Source = "REUTERS " }, ["c", "a"] },
        { new() { Actor = "Q148" }, ["c"] },
        { new() { Actor = "China" }, ["c"] },
        { new() { Actor = "Élodie Martin" }, ["d"] },
        { new() { Language = "FR" }, ["d"] },
        { new() { MinScore = "0.9" }, ["c"] },
        { new() { Issues = ["trade"], MinScore = "0.6" }, ["c", "a"] },
        { new() { Issues = ["trade"], Source = "Reuters", MinScore = "0.8" }, ["c"] },
        { new() { Issues = ["trade"], Source = "reuters", Actor = "Q148", Language = "en", MinScore = "0" }, ["c"] },
        { new() { Issues = ["trade"], Language = "fr" }, [] },
        { new() { Issues = ["trade"], From = "2024-05-02", To = "2024-05-02" }, ["b"] },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task ListAsync_Filter_ShowsExactlyTheArticlesThatItSays(SummaryListParameters parameters, string[] expected)
    {
        await PutAsync("a", 1, ["trade:0.7"], source: "Reuters");
        await PutAsync("b", 2, ["trade:0.5", "climate-change:0.6"], source: "AFP");
        await PutAsync("c", 3, ["trade:0.95"], source: "Reuters", actor: new ActorScore("China", ActorType.Country, 0.5, null, "Q148"));
        await PutAsync("d", 4, ["climate-change:0.6"], language: "fr", actor: new ActorScore("Elodie Martin", ActorType.Person, 0.5, null, null));
        await PutAsync("e", 5, ["economy:0.6"]);

        var items = new List<string>();
        string? cursor = null;
        do
        {
            var page = (await _pipeline.Summaries.ListAsync(parameters with { Limit = "2", Cursor = cursor }, Token)).Value!;
            Assert.True(page.Items.Count == 2 || page.Next is null, "Pages are full but for the last.");
            items.AddRange(page.Items.Select(item => item.Title!));
            cursor = page.Next;
        }
        while (cursor is not null);

        Assert.Equal(expected, items);
    }

    [Theory]
    [InlineData("narrower", "yes")]
    [InlineData("source", "...")]
    [InlineData("source", "a\u0000b")]
    [InlineData("source", "\uFFFE")]
    [InlineData("actor", "")]
    [InlineData("language", "english")]
    [InlineData("language", "e1")]
    [InlineData("minScore", "1.01")]
    [InlineData("minScore", "-0.1")]
    [InlineData("minScore", "NaN")]
    [InlineData("minScore", "0,5")]
    [InlineData("issue", "trade' or 1 eq 1")]
    public async Task ListAsync_BadFilter_IsNamed(string name, string value)
    {
        var parameters = name switch
        {
            "narrower" => new SummaryListParameters { Narrower = value },
            "source" => new SummaryListParameters { Source = value },
            "actor" => new SummaryListParameters { Actor = value },
            "language" => new SummaryListParameters { Language = value },
            "minScore" => new SummaryListParameters { MinScore = value },
            _ => new SummaryListParameters { Issues = ["trade", value] },
        };

        var problem = (await _pipeline.Summaries.ListAsync(parameters, Token)).Problem!;

        Assert.Equal(QueryProblemKind.InvalidParameter, problem.Kind);
        Assert.Contains($"'{name}'", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ListAsync_SeveralIssues_ReadsTheSmallerListing()
    {
        for (var i = 0; i <= ListingReader.ScanRows; i++)
        {
            await PutAsync($"t{i}", 1 + (i % 28), ["trade:0.7"]);
        }

        await PutAsync("both", 3, ["trade:0.7", "climate-change:0.7"]);
        await _pipeline.Storage.Dirty.MarkAsync(
            "a",
            [.. Enumerable.Range(1, 28).Select(day => new DirtyHour(1, IndexListing.Issue("trade"), new DateOnly(2024, 5, day), 0)), new(1, IndexListing.Issue("climate-change"), new DateOnly(2024, 5, 3), 0)],
            Token);
        await _pipeline.RecountStats.ProcessAsync(Token);
        _pipeline.Storage.Operations.Clear();

        var page = (await _pipeline.Summaries.ListAsync(new() { Issues = ["trade", "climate-change"], Limit = "1" }, Token)).Value!;

        Assert.Equal("both", Assert.Single(page.Items).Title);
        Assert.Null(page.Next);
        Assert.Equal(1, _pipeline.Storage.Operations.Count(operation => operation == "Index.Read"));
    }

    [Fact]
    public async Task ListAsync_RareAmongMany_EndsAtTheBudgetSaysSoAndGoesOn()
    {
        // The only one in French is the oldest of more rows than one request reads.
        const int Rows = (ListingReader.MaxCalls * ListingReader.ScanRows) + 10;
        await PutAsync("rare", 1, [], language: "fr");
        for (var i = 0; i < Rows; i++)
        {
            await PutAsync($"{i}", 2, []);
        }

        _pipeline.Storage.Operations.Clear();
        var first = (await _pipeline.Summaries.ListAsync(new() { Language = "fr" }, Token)).Value!;
        var calls = _pipeline.Storage.Operations.Count(operation => operation == "Index.Read");
        var second = (await _pipeline.Summaries.ListAsync(new() { Language = "fr", Cursor = first.Next }, Token)).Value!;

        Assert.Equal(ListingReader.MaxCalls, calls);
        Assert.Empty(first.Items);
        Assert.True(first.Partial);
        Assert.Equal("rare", Assert.Single(second.Items).Title);
        Assert.Null(second.Partial);
        Assert.Null(second.Next);
    }

    private async Task PutAsync(string title, int day, string[] issues, string? source = null, string language = "en", ActorScore? actor = null)
    {
        var id = ArticleIds.ForFile(title);
        IssueScore[] scores = [.. issues.Select(issue => new IssueScore(issue.Split(':')[0], double.Parse(issue.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture)))];
        var entry = new IndexEntry
        {
            ArticleId = id,
            Rev = 1,
            Published = new PublicationDate(new DateOnly(2024, 5, day)),
            Title = title,
            Source = source,
            Language = language,
            Issues = scores,
            Actors = actor is { } leading ? [leading] : [],
        };
        var taxonomy = (await _pipeline.Taxonomies.GetAsync(Token)).Taxonomy;
        IndexListing[] listings =
        [
            IndexListing.All,
            .. scores.Select(issue => IndexListing.Issue(issue.Id)),
            .. scores.SelectMany(issue => taxonomy.BranchesOf(issue.Id)).Distinct().Select(IndexListing.Branch),
            .. source is null ? Array.Empty<IndexListing>() : [IndexListing.Source(source)],
            .. actor is { } one ? [IndexListing.Actor(NameKeys.Actor(one.Name, one.Wikidata))] : Array.Empty<IndexListing>(),
        ];
        foreach (var listing in listings)
        {
            var key = InMemoryIndexStore.Layout.KeyOf(IndexGenerations.First, listing, new IndexPosition(entry.EffectiveDate.Time, id));
            Assert.True(await _pipeline.Storage.Index.TryPutAsync(new IndexRow(key, entry), Token));
        }
    }
}
