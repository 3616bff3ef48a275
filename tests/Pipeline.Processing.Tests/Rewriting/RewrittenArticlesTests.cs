using System.Text.Json;
using Pipeline.Processing.Rewriting;
using Pipeline.Storage.Articles;
using Pipeline.Testing;
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

    [Fact]
    public async Task Tag_OthersBeginMeanwhile_AsksTheModelOnce()
    {
        await using var server = ChatServer.Saying(Good);
        var pipeline = Create(server.Endpoint);
        var intruders = 3;
        var inside = false;
        pipeline.Storage.BeforeOperation = async name =>
        {
            if (name == "Articles.Begin" && !inside && intruders-- > 0)
            {
                inside = true;
                await BeginAsync(pipeline);
                inside = false;
            }
        };

        await pipeline.DropAsync("a.txt", TestPipeline.TradeText);

        Assert.True(intruders <= 0);
        Assert.NotNull(Assert.Single(pipeline.Storage.Articles.Heads).Rewrite);
        Assert.Single(server.Requests);
    }

    private static async Task BeginAsync(TestPipeline pipeline)
    {
        var token = TestContext.Current.CancellationToken;
        var partition = await pipeline.Storage.Articles.ReadAsync(pipeline.Storage.Articles.Heads.Single().ArticleId, token);
        var head = partition.Head!.Value;
        var rev = head.NextRev + 1;
        var intent = new TagIntent { ArticleId = head.ArticleId, Rev = rev, Attempt = Guid.NewGuid(), Version = head.Version, Started = pipeline.Time.GetUtcNow(), OldKeys = [], NewKeys = [] };
        await pipeline.Storage.Articles.TryBeginAsync(head with { NextRev = rev }, partition.Head.Tag, intent, token);
    }

    private static TestPipeline Create(Uri endpoint) =>
        new(rewriting: new RewritingOptions { Provider = RewritingProvider.OpenAI, Endpoint = endpoint, Model = "test", TimeoutSeconds = 20 });

    private static async Task<(TestPipeline Pipeline, string ArticleId)> TagAsync(Uri endpoint)
    {
        var pipeline = Create(endpoint);
        await pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        return (pipeline, pipeline.Storage.Articles.Heads.Single().ArticleId);
    }
}
