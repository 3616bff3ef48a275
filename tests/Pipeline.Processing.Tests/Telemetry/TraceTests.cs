using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Pipeline.Processing.Delivery;
using Pipeline.Storage.Keys;
using Pipeline.Storage.Messages;
using Pipeline.Storage.Meta;
using Pipeline.Testing;
using Xunit;

namespace Pipeline.Processing.Tests.Telemetry;

public sealed class TraceTests : IDisposable
{
    private static readonly string Several = string.Join('\n', new[] { TestPipeline.TradeText, TestPipeline.ClimateText }.Select(text => JsonSerializer.Serialize(new { text })));

    private readonly TestPipeline _pipeline = new();

    private readonly RecordedSpans _spans = new();

    // The spans in which messages were sent.
    private readonly ConcurrentQueue<Activity?> _senders = new();

    public TraceTests()
    {
        _pipeline.Storage.BeforeOperation = operation =>
        {
            if (operation is "Queues.TagIssues" or "Queues.ParseArticle")
            {
                _senders.Enqueue(Activity.Current);
            }

            return Task.CompletedTask;
        };
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _spans.Dispose();

    [Fact]
    public async Task FileOfOneArticle_Spans_AreOneTrace()
    {
        var id = ArticleIds.ForFile("traced.txt");
        _pipeline.Storage.Sources.Put("traced.txt", TestPipeline.TradeText);

        await _pipeline.ParseAsync("traced.txt");
        await _pipeline.TagIssues.ProcessAsync(new TagIssuesMessage(id, id), new MessageDelivery("tag-poison", TraceParent: Assert.Single(_senders)!.Id), Token);

        var (parse, tag) = (_spans.Of("parse", id), _spans.Of("tag", id));
        Assert.Equal(parse.TraceId, tag.TraceId);
        Assert.Equal(parse.SpanId, tag.ParentSpanId);
    }

    [Fact]
    public async Task FileOfSeveralArticles_EachArticle_HasATraceThatIsLinkedToTheFiles()
    {
        _pipeline.Storage.Sources.Put("several-traced.jsonl", Several);

        await _pipeline.ParseAsync("several-traced.jsonl");

        var parse = _spans.Of("parse", ArticleIds.ForFile("several-traced.jsonl"));
        Assert.Equal(2, _senders.Count);
        Assert.All(_senders, sender => Assert.Equal(parse.Context, Assert.Single(sender!.Links).Context));
        Assert.Equal(3, _senders.Select(sender => sender!.TraceId).Append(parse.TraceId).Distinct().Count());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Reprocessing_EachFileAndArticle_HasATraceThatIsLinkedToThePass(bool isFiltered)
    {
        await _pipeline.DropAsync("again.txt", TestPipeline.TradeText);
        await _pipeline.DropAsync("and-again.txt", TestPipeline.TradeText.Replace("Trade talks resume", "Talks on trade go on", StringComparison.Ordinal));
        _senders.Clear();
        await _pipeline.ReprocessCommands.StartAsync(new ReprocessFilter { Issue = isFiltered ? "trade" : null }, Token);
        using var pass = new Activity("pass").SetIdFormat(ActivityIdFormat.W3C).Start();

        await _pipeline.Reprocess.ProcessAsync(Token);

        Assert.Equal(4, _senders.Count);
        Assert.All(_senders, sender => Assert.Equal(pass.Context, Assert.Single(sender!.Links).Context));
        Assert.Equal(5, _senders.Select(sender => sender!.TraceId).Append(pass.TraceId).Distinct().Count());
    }

    [Fact]
    public async Task FileOfSeveralArticles_NobodyListens_MessagesCarryTheTraceOfTheInvocation()
    {
        _spans.Dispose();
        _pipeline.Storage.Sources.Put("several-untraced.jsonl", Several);
        using var invocation = new Activity("invocation").SetIdFormat(ActivityIdFormat.W3C).Start();

        await _pipeline.ParseAsync("several-untraced.jsonl");

        Assert.All(_senders, sender => Assert.Equal(invocation.TraceId, sender!.TraceId));
    }
}
