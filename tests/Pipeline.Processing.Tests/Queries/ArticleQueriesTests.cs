using Pipeline.Processing.Queries;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Keys;
using Pipeline.Testing;
using Xunit;

namespace Pipeline.Processing.Tests.Queries;

public sealed class ArticleQueriesTests
{
    private readonly TestPipeline _pipeline = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetAsync_RejectedArticle_TellsTheReason()
    {
        await _pipeline.DropAsync("empty.txt", "");

        var article = (await _pipeline.Articles.GetAsync(ArticleIds.ForFile("empty.txt"), Token)).Value!;

        Assert.Equal(ArticleState.Rejected, article.State);
        Assert.Equal("empty", article.Reason);
        Assert.Equal("empty.txt", article.Blob);
    }

    [Fact]
    public async Task GetAsync_TaggedArticle_HasItsMetadata()
    {
        await _pipeline.DropAsync("trade.txt", TestPipeline.TradeText);

        var article = (await _pipeline.Articles.GetAsync(ArticleIds.ForFile("trade.txt"), Token)).Value!;

        Assert.Equal(ArticleState.Tagged, article.State);
        Assert.Equal("Trade talks resume", article.Title);
        Assert.Equal("en", article.Language);
        Assert.Equal("text", article.Format);
        Assert.NotEmpty(article.Issues!);
    }

    [Fact]
    public async Task GetFaqAsync_ArticleWithAFaq_HasItApartFromTheText()
    {
        await _pipeline.DropAsync("faq.txt", TestPipeline.TradeText + "\n\nFAQs\n\nWhat are tariffs?\n\nTariffs are taxes on goods from abroad.\n");

        var faq = (await _pipeline.Articles.GetFaqAsync(ArticleIds.ForFile("faq.txt"), Token)).Value!;
        var text = (await _pipeline.Articles.GetTextAsync(ArticleIds.ForFile("faq.txt"), Token)).Value!;

        Assert.Equal("What are tariffs?", Assert.Single(faq.Faq).Question);
        Assert.DoesNotContain("taxes on goods", text.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetTextAsync_RejectedArticle_IsAProblemWithTheReason()
    {
        await _pipeline.DropAsync("empty.txt", "");

        var result = await _pipeline.Articles.GetTextAsync(ArticleIds.ForFile("empty.txt"), Token);

        Assert.Equal(QueryProblemKind.Rejected, result.Problem!.Kind);
        Assert.Equal("empty", result.Problem.Reason);
    }
}
