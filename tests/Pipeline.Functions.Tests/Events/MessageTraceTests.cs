using System.Diagnostics;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Storage.Keys;
using Pipeline.Storage.Messages;
using Pipeline.Testing;
using Xunit;

namespace Pipeline.Functions.Tests.Events;

/// <summary>The trace that a message carries, at the app's entry points: the stage goes on with it, and links the platform's span of the invocation.</summary>
public sealed class MessageTraceTests : IDisposable
{
    private const string TraceId = "0af7651916cd43dd8448eb211c80319c";
    private const string SpanId = "b7ad6b7169203331";
    private const string TraceParent = $"00-{TraceId}-{SpanId}-01";

    private readonly TestPipeline _pipeline = new();

    private readonly RecordedSpans _spans = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _spans.Dispose();

    [Fact]
    public async Task TagIssues_MessageOfATrace_StageGoesOnWithIt()
    {
        const string Name = "traces/tag.txt";
        var id = ArticleIds.ForFile(Name);
        _pipeline.Storage.Sources.Put(Name, TestPipeline.TradeText);
        await _pipeline.ParseAsync(Name);
        using var invocation = StartInvocation();

        await new TagIssuesFunction(_pipeline.TagIssues).RunAsync(Deliver(new TagIssuesMessage(id, id) { TraceParent = TraceParent }), Token);

        AssertGoesOn("tag", id, invocation);
    }

    [Fact]
    public async Task ParseArticle_MessageOfATrace_StageGoesOnWithIt()
    {
        const string Name = "traces/parse.txt";
        _pipeline.Storage.Sources.Put(Name, TestPipeline.TradeText);
        using var invocation = StartInvocation();

        await new ParseArticleOnMessageFunction(_pipeline.ParseArticle, NullLogger<ParseArticleOnMessageFunction>.Instance)
            .RunAsync(Deliver(new ParseArticleMessage(Name) { TraceParent = TraceParent }), Token);

        AssertGoesOn("parse", ArticleIds.ForFile(Name), invocation);
    }

    /// <summary>Starts the span that the platform has around each invocation.</summary>
    private static Activity StartInvocation() => new Activity("invocation").SetIdFormat(ActivityIdFormat.W3C).Start();

    private static QueueMessage Deliver<T>(T message) => QueuesModelFactory.QueueMessage("message", "receipt", MessageSerializer.Write(message), dequeueCount: 1);

    private void AssertGoesOn(string stage, string id, Activity invocation)
    {
        var span = _spans.Of(stage, id);
        Assert.Equal(TraceId, span.TraceId.ToHexString());
        Assert.Equal(SpanId, span.ParentSpanId.ToHexString());
        Assert.Equal(invocation.SpanId, Assert.Single(span.Links).Context.SpanId);
    }
}
