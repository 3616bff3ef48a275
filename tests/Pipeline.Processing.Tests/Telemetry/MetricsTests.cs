using System.Diagnostics.Metrics;
using Pipeline.Storage.Keys;
using Pipeline.Storage.Messages;
using Pipeline.Storage.Poison;
using Pipeline.Testing;
using Xunit;

namespace Pipeline.Processing.Tests.Telemetry;

public sealed class MetricsTests : IDisposable
{
    private readonly TestPipeline _pipeline = new();
    private readonly MeterListener _listener = new();
    private readonly List<Instrument> _instruments = [];
    private readonly List<(string Name, double Value, IReadOnlyDictionary<string, object?> Tags)> _measured = [];

    public MetricsTests()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter, _pipeline.Meter))
            {
                _instruments.Add(instrument);
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.Start();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task ArticleDroppedAndChanged_CountStatesAndAges()
    {
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        await _pipeline.DropAsync("b.bin", [0, 1, 2, 0]);
        _pipeline.Storage.Sources.Remove("a.txt");
        await _pipeline.ParseAsync("a.txt");
        await _pipeline.DrainAsync();

        Assert.Equal(
            ["deleted", "rejected not-text", "tagged"],
            _measured.Where(one => one.Name == "pipeline.articles").Select(one => $"{one.Tags["state"]} {one.Tags["reason"]}".TrimEnd()).Order());
        Assert.Equal(_pipeline.Time.GetUtcNow() - new DateTimeOffset(2024, 7, 1, 12, 0, 0, TimeSpan.Zero), TimeSpan.FromSeconds(Assert.Single(_measured, one => one.Name == "pipeline.article.age").Value));
        Assert.Equal(["parse", "parse", "parse", "tag", "tag", "tag"], _measured.Where(one => one.Name == "pipeline.stage.duration").Select(one => (string)one.Tags["stage"]!).Order());
    }

    [Fact]
    public async Task Redelivery_IsARetry()
    {
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        var id = ArticleIds.ForFile("a.txt");

        await _pipeline.TagAsync(new TagIssuesMessage(id, id), dequeueCount: 2);

        Assert.Equal("tag", Assert.Single(_measured, one => one.Name == "pipeline.retries").Tags["stage"]);
    }

    [Fact]
    public async Task Queues_AreMeasured()
    {
        _pipeline.Storage.Queues.TagIssues.Add((new TagIssuesMessage("a", "b"), TimeSpan.Zero));
        await _pipeline.Storage.Poison.SaveAsync(
            new PoisonRecord { Queue = "tag-issues-poison", MessageId = "m", InsertedOn = _pipeline.Time.GetUtcNow().AddHours(-2), Body = new byte[] { 1 } }, Token);

        await _pipeline.MeasureQueues.ProcessAsync(Token);

        Assert.Equal(1, Assert.Single(_measured, one => one.Name == "pipeline.queue.depth" && (string?)one.Tags["queue"] == "tag-issues").Value);
        Assert.Equal(3, _measured.Count(one => one.Name == "pipeline.poison.kept"));
        Assert.Equal([0, 0, 7_200], _measured.Where(one => one.Name == "pipeline.poison.age").Select(one => one.Value).Order());
    }

    [Fact]
    public async Task StoredArticles_AreThoseOfTheLastRecount()
    {
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        await _pipeline.DropAsync("b.txt", TestPipeline.ClimateText);
        await _pipeline.DropAsync("b.bin", [0, 1, 2, 0]);
        await _pipeline.RecountStats.ProcessAsync(Token);

        await _pipeline.MeasureQueues.ProcessAsync(Token);

        Assert.Equal(
            ["failed 0", "rejected 1", "tagged 2"],
            _measured.Where(one => one.Name == "pipeline.articles.stored").Select(one => $"{one.Tags["state"]} {one.Value}").Order());
    }

    [Fact]
    public void Instruments_All_SayWhatTheyAreAndInWhichUnit()
    {
        Assert.Equal(
            [
                "pipeline.article.age s",
                "pipeline.articles {article}",
                "pipeline.articles.stored {article}",
                "pipeline.poison.age s",
                "pipeline.poison.kept {message}",
                "pipeline.queue.age s",
                "pipeline.queue.depth {message}",
                "pipeline.repairs {repair}",
                "pipeline.retries {delivery}",
                "pipeline.stage.duration s",
            ],
            _instruments.Select(instrument => $"{instrument.Name} {instrument.Unit}").Order(StringComparer.Ordinal));
        Assert.All(_instruments, instrument => Assert.EndsWith(".", instrument.Description, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Stages_OneFails_OutcomeSaysSo()
    {
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        var id = ArticleIds.ForFile("a.txt");
        _pipeline.Storage.BeforeOperation = _ => throw new IOException("Storage fails.");

        await Assert.ThrowsAsync<IOException>(() => _pipeline.TagAsync(new TagIssuesMessage(id, id)));

        Assert.Equal(
            ["parse succeeded", "tag failed", "tag succeeded"],
            _measured.Where(one => one.Name == "pipeline.stage.duration").Select(one => $"{one.Tags["stage"]} {one.Tags["outcome"]}").Order());
    }

    [Fact]
    public async Task Repairs_BlobThatNobodySaw_AreCountedByFinding()
    {
        _pipeline.Storage.Sources.Put("missed.txt", TestPipeline.TradeText, _pipeline.Time.GetUtcNow().AddHours(-1));

        await _pipeline.Reconcile.ProcessAsync(Token);

        var repair = Assert.Single(_measured, one => one.Name == "pipeline.repairs");
        Assert.Equal(("UnparsedBlob", 1), ((string?)repair.Tags["finding"], repair.Value));
    }

    [Fact]
    public void Measured_QueueWithMessages_SaysHowManyAndForHowLong()
    {
        var now = _pipeline.Time.GetUtcNow();
        _pipeline.Metrics.Measured(new QueueDepth("tag-issues", 3, now.AddSeconds(-90)), now);
        _pipeline.Metrics.Measured(new QueueDepth("parse-article", 0, null), now);
        _pipeline.Metrics.Measured(new PoisonDepth("tag-issues-poison", 2, now.AddSeconds(-30)), now);

        Assert.Equal(
            [
                "pipeline.poison.age tag-issues-poison 30",
                "pipeline.poison.kept tag-issues-poison 2",
                "pipeline.queue.age parse-article 0",
                "pipeline.queue.age tag-issues 90",
                "pipeline.queue.depth parse-article 0",
                "pipeline.queue.depth tag-issues 3",
            ],
            _measured.Select(one => $"{one.Name} {one.Tags["queue"]} {one.Value}").Order(StringComparer.Ordinal));
    }

    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        lock (_measured)
        {
            _measured.Add((instrument.Name, value, tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value)));
        }
    }
}
