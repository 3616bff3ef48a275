using System.Text;
using Pipeline.Processing.Queries;
using Pipeline.Processing.Queries.Responses;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Keys;
using Pipeline.Storage.Messages;
using Pipeline.Testing;
using Pipeline.Testing.Archives;
using Xunit;

namespace Pipeline.Processing.Tests.Queries;

public sealed class ArticleListQueriesTests
{
    private readonly TestPipeline _pipeline = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ListAsync_Blob_GivesItsArticlesInTheOrderOfTheFilePageByPage()
    {
        await _pipeline.DropAsync("several.zip", ZipBuilder.Of([("b.txt", Encoding.UTF8.GetBytes(TestPipeline.TradeText)), ("a.txt", Encoding.UTF8.GetBytes(TestPipeline.ClimateText)), ("c.txt", [])]));

        var first = (await _pipeline.ArticleLists.ListAsync(new ArticleListParameters("several.zip", null, null, "2"), Token)).Value!;
        var second = (await _pipeline.ArticleLists.ListAsync(new ArticleListParameters("several.zip", null, first.Next, "2"), Token)).Value!;

        Assert.Equal(["b.txt", "a.txt", "c.txt"], first.Items.Concat(second.Items).Select(article => article.Item));
        Assert.Equal(ArticleState.Rejected, second.Items.Single().State);
        Assert.Null(second.Next);
    }

    [Fact]
    public async Task ListAsync_State_GivesThoseInItWithTheirReasons()
    {
        await _pipeline.DropAsync("good.txt", TestPipeline.TradeText);
        for (var i = 0; i < 3; i++)
        {
            await _pipeline.DropAsync($"empty-{i}.txt", "");
        }

        var first = (await _pipeline.ArticleLists.ListAsync(new ArticleListParameters(null, "rejected", null, "2"), Token)).Value!;
        var second = (await _pipeline.ArticleLists.ListAsync(new ArticleListParameters(null, "rejected", first.Next, "2"), Token)).Value!;

        Assert.Equal(3, first.Items.Concat(second.Items).DistinctBy(article => article.Blob).Count(article => article is { State: ArticleState.Rejected, Reason: "empty" }));
        Assert.Null(second.Next);
        Assert.Empty((await _pipeline.ArticleLists.ListAsync(new ArticleListParameters(null, "failed", null, null), Token)).Value!.Items);
    }

    [Fact]
    public async Task ListAsync_VersionThatIsNotParsedYet_IsPending()
    {
        await _pipeline.DropAsync("news.txt", TestPipeline.TradeText);
        var first = await _pipeline.Storage.Sources.ReadETagAsync("news.txt", Token);

        var parsed = await ListAsync("news.txt", first);
        var other = await ListAsync("news.txt", "0x1");
        var unknown = await ListAsync("unknown.txt", first);

        Assert.Single(parsed.Value!.Items);
        Assert.Equal(QueryProblemKind.Pending, other.Problem!.Kind);
        Assert.Equal(QueryProblemKind.Pending, unknown.Problem!.Kind);
    }

    [Fact]
    public async Task ListAsync_VersionThatIsParsedAndNotTagged_SaysNothingOfTheOneBefore()
    {
        await _pipeline.DropAsync("news.txt", TestPipeline.TradeText);
        _pipeline.Storage.Sources.Put("news.txt", TestPipeline.ClimateText);
        await _pipeline.ParseAsync("news.txt");
        var second = await _pipeline.Storage.Sources.ReadETagAsync("news.txt", Token);

        Assert.Equal(ArticleState.Pending, Assert.Single((await ListAsync("news.txt", second!)).Value!.Items).State);

        await _pipeline.DrainAsync();

        Assert.Equal(ArticleState.Tagged, Assert.Single((await ListAsync("news.txt", second!)).Value!.Items).State);
    }

    [Fact]
    public async Task ListAsync_VersionWhoseArticlesAreNotThereYet_IsPending()
    {
        _pipeline.Storage.Sources.Put("news.txt", TestPipeline.TradeText);
        _pipeline.Storage.BeforeOperation = operation => operation.StartsWith("Articles.", StringComparison.Ordinal) ? throw new IOException("crash") : Task.CompletedTask;
        await Assert.ThrowsAsync<IOException>(() => _pipeline.ParseAsync("news.txt"));
        _pipeline.Storage.BeforeOperation = _ => Task.CompletedTask;

        var listed = await ListAsync("news.txt", (await _pipeline.Storage.Sources.ReadETagAsync("news.txt", Token))!);

        Assert.Equal(QueryProblemKind.Pending, listed.Problem!.Kind);
    }

    [Fact]
    public async Task ListAsync_VersionThatFailed_IsToldOfThatVersionAlone()
    {
        await _pipeline.DropAsync("news.txt", TestPipeline.TradeText);
        _pipeline.Storage.Sources.Put("news.txt", TestPipeline.ClimateText);
        var failed = (await _pipeline.Storage.Sources.ReadETagAsync("news.txt", Token))!;
        await _pipeline.FailAsync("parse-article-poison", ArticleIds.ForFile("news.txt"), MessageSerializer.Write(new ParseArticleMessage("news.txt")).ToString());
        await _pipeline.CollectPoison.ProcessAsync(Token);

        Assert.Equal(ArticleState.Failed, Assert.Single((await ListAsync("news.txt", failed)).Value!.Items).State);

        _pipeline.Storage.Sources.Put("news.txt", TestPipeline.TradeText + " Mended.");
        var mended = (await _pipeline.Storage.Sources.ReadETagAsync("news.txt", Token))!;

        Assert.Equal(QueryProblemKind.Pending, (await ListAsync("news.txt", mended)).Problem!.Kind);

        await _pipeline.ParseAsync("news.txt");

        Assert.Equal(ArticleState.Pending, Assert.Single((await ListAsync("news.txt", mended)).Value!.Items).State);
    }

    [Fact]
    public async Task ListAsync_VersionWithAnArticleThatIsKeptAway_SaysThatItIsDeleted()
    {
        await _pipeline.DropAsync("several.zip", ZipBuilder.Of([("a.txt", Encoding.UTF8.GetBytes(TestPipeline.TradeText)), ("b.txt", Encoding.UTF8.GetBytes(TestPipeline.ClimateText))]));
        var id = (await _pipeline.ArticleLists.ListAsync(new ArticleListParameters("several.zip", null, null, null), Token)).Value!.Items[0].Id;
        await _pipeline.Commands.DeleteAsync(id, Token);
        await _pipeline.DrainAsync();

        var listed = await ListAsync("several.zip", (await _pipeline.Storage.Sources.ReadETagAsync("several.zip", Token))!);

        Assert.Equal([ArticleState.Deleted, ArticleState.Tagged], listed.Value!.Items.Select(article => article.State));
    }

    [Fact]
    public async Task ListAsync_VersionWithoutABlob_IsRefused() =>
        Assert.Equal(QueryProblemKind.InvalidParameter, (await _pipeline.ArticleLists.ListAsync(new ArticleListParameters(null, null, null, null, "0x1"), Token)).Problem!.Kind);

    [Theory]
    [InlineData("good.txt", "rejected", null, QueryProblemKind.InvalidParameter)]
    [InlineData("", null, null, QueryProblemKind.InvalidParameter)]
    [InlineData(null, "tagged", null, QueryProblemKind.InvalidParameter)]
    [InlineData(null, "Rejected", null, QueryProblemKind.InvalidParameter)]
    [InlineData("unknown.txt", null, null, QueryProblemKind.NotFound)]
    [InlineData("good.txt", null, "aaaaaaaaaaaaaaaaaaaaaaaaaa", QueryProblemKind.InvalidCursor)]
    [InlineData(null, "failed", "x", QueryProblemKind.InvalidCursor)]
    public async Task ListAsync_WhatIsWrong_IsRefused(string? blob, string? state, string? cursor, QueryProblemKind kind)
    {
        await _pipeline.DropAsync("good.txt", TestPipeline.TradeText);

        Assert.Equal(kind, (await _pipeline.ArticleLists.ListAsync(new ArticleListParameters(blob, state, cursor, null), Token)).Problem!.Kind);
    }

    private Task<QueryResult<PageResponse<ListedArticleResponse>>> ListAsync(string blob, string etag) =>
        _pipeline.ArticleLists.ListAsync(new ArticleListParameters(blob, null, null, null, etag), Token);
}
