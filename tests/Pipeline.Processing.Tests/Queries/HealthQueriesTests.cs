using Pipeline.Processing.Queries;
using Pipeline.Processing.Queries.Responses;
using Pipeline.Storage.Messages;
using Pipeline.Storage.Meta;
using Pipeline.Storage.Poison;
using Pipeline.Storage.Taxonomies;
using Pipeline.Testing;
using Xunit;

namespace Pipeline.Processing.Tests.Queries;

public sealed class HealthQueriesTests
{
    private readonly TestPipeline _pipeline = new();
    private readonly WaitingQueues _queues = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private HealthQueries Health => new(_queues, _pipeline.Storage.Poison, _pipeline.Storage.Maintenance, _pipeline.Storage.Taxonomies, _pipeline.Time);

    [Fact]
    public async Task GetAsync_NothingIsWrong_IsHealthy()
    {
        _queues.OldestWaiting = _pipeline.Time.GetUtcNow() - TimeSpan.FromMinutes(9);

        var health = await Health.GetAsync(Token);

        Assert.Equal(HealthStatus.Healthy, health.Status);
        Assert.All(health.Checks, check => Assert.Null(check.Problem));
    }

    [Fact]
    public async Task GetAsync_MessageThatWaitsLong_SaysWhichQueue()
    {
        _queues.OldestWaiting = _pipeline.Time.GetUtcNow() - TimeSpan.FromMinutes(11);

        var health = await Health.GetAsync(Token);

        Assert.Equal(HealthStatus.Degraded, health.Status);
        Assert.Equal(
            ["queue parse-article", "queue tag-issues", "queue parse-article-poison", "queue tag-issues-poison", "queue webjobs-blobtrigger-poison"],
            health.Checks.Where(check => check.Problem is not null).Select(check => check.Name));
    }

    [Fact]
    public async Task GetAsync_PoisonMessages_SaysSo()
    {
        await _pipeline.Storage.Poison.SaveAsync(new PoisonRecord { Queue = "tag-issues-poison", MessageId = "1", InsertedOn = _pipeline.Time.GetUtcNow(), Body = default }, Token);

        var problem = Assert.Single((await Health.GetAsync(Token)).Checks, check => check.Problem is not null);

        Assert.Equal("poison", problem.Name);
        Assert.StartsWith("1 messages", problem.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetAsync_PoisonMessagesOfTwoQueues_CountsAll()
    {
        foreach (var queue in (string[])["tag-issues-poison", "parse-article-poison"])
        {
            await _pipeline.Storage.Poison.SaveAsync(new PoisonRecord { Queue = queue, MessageId = "1", InsertedOn = _pipeline.Time.GetUtcNow(), Body = default }, Token);
        }

        Assert.StartsWith("2 messages", Assert.Single((await Health.GetAsync(Token)).Checks, check => check.Problem is not null).Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TaxonomyState.Refused, "The taxonomy in the container config is refused: /api/status says why.")]
    [InlineData(TaxonomyState.InForce, null)]
    public async Task GetAsync_OwnTaxonomy_IsNotToBeRefused(TaxonomyState state, string? expected)
    {
        await _pipeline.Storage.Taxonomies.WriteReportAsync(
            new TaxonomyReport { State = state, Blob = "taxonomy.json", ETag = "1", Checked = _pipeline.Time.GetUtcNow(), ProblemCount = 0, Problems = [] }, Token);

        Assert.Equal(expected, (await Health.GetAsync(Token)).Checks.Single(check => check.Name == "taxonomy").Problem);
    }

    [Theory]
    [InlineData(13, 13, null)]
    [InlineData(15, null, "The pass that began")]
    [InlineData(20, 15, "No pass has begun")]
    [InlineData(20, 13, null)]
    public async Task GetAsync_Reconciling_IsToGoOn(int startedDaysAgo, int? endedDaysAgo, string? expected)
    {
        var now = _pipeline.Time.GetUtcNow();
        var pass = new ReconcilePass(now.AddDays(-startedDaysAgo), endedDaysAgo is { } days ? now.AddDays(-days) : null, 0, new Dictionary<string, long>());
        await _pipeline.Storage.Maintenance.TryWriteReconcileAsync(new ReconcileState { Pass = pass, Sweep = "blobs" }, previous: null, Token);

        var problem = (await Health.GetAsync(Token)).Checks.Single(check => check.Name == "reconcile").Problem;

        Assert.Equal(expected, problem?[..expected!.Length]);
    }

    private sealed class WaitingQueues : IQueueMonitor
    {
        public DateTimeOffset? OldestWaiting { get; set; }

        public Task<QueueDepth> ReadAsync(string queue, CancellationToken cancellationToken) => Task.FromResult(new QueueDepth(queue, 1, OldestWaiting));
    }
}
