using System.Text.Json;
using Pipeline.Processing.Rewriting;
using Pipeline.Text.Summarization.Rewriting;
using Xunit;

namespace Pipeline.Processing.Tests.Rewriting;

/// <summary>From the file to the served summary, with a model on this machine.</summary>
public sealed class RewrittenArticlesTests
{
    private const string Good = """{"sentences":[{"text":"The United States and China resumed trade talks in Geneva.","cites":[1]}]}""";

    [Fact]
    public async Task Get_RewrittenSummary_IsServedWithWhatItCites()
    {
        await using var server = ChatServer.Saying(Good);
        var (pipeline, id) = await TagAsync(server.Endpoint);

        var response = (await pipeline.Summaries.GetAsync(id, null, null, TestContext.Current.CancellationToken)).Value!;

        var sentence = Assert.Single(response.Rewrite!.Sentences);
        Assert.All(sentence.Cites, cite => Assert.InRange(cite, 1, response.Summary.Count));
        Assert.Contains("resumed trade talks in Geneva", response.Summary[sentence.Cites[0] - 1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_OtherLength_HasNoRewriting()
    {
        await using var server = ChatServer.Saying(Good);
        var (pipeline, id) = await TagAsync(server.Endpoint);

        Assert.Null((await pipeline.Summaries.GetAsync(id, "1", null, TestContext.Current.CancellationToken)).Value!.Rewrite);
    }

    [Fact]
    public async Task Get_RefusedRewriting_ServesTheExtractiveSummaryAndTheReason()
    {
        await using var server = ChatServer.Saying("The talks were held in Paris.");
        var (pipeline, id) = await TagAsync(server.Endpoint);

        var response = (await pipeline.Summaries.GetAsync(id, null, null, TestContext.Current.CancellationToken)).Value!;

        Assert.Equal(RewriteRefusal.WrongShape, response.Rewrite!.Refused);
        Assert.NotEmpty(response.Summary);
        Assert.DoesNotContain("Paris", JsonSerializer.Serialize(response), StringComparison.Ordinal);
    }

    private static async Task<(TestPipeline Pipeline, string ArticleId)> TagAsync(Uri endpoint)
    {
        var pipeline = new TestPipeline(rewriting: new RewritingOptions { Provider = RewritingProvider.OpenAI, Endpoint = endpoint, Model = "test", TimeoutSeconds = 20 });
        await pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        return (pipeline, pipeline.Storage.Articles.Heads.Single().ArticleId);
    }
}
