using Azure.Storage.Blobs;
using Pipeline.Storage;
using Pipeline.Storage.Keys;
using Pipeline.Testing;
using Pipeline.Testing.Crashes;
using Xunit;

namespace Pipeline.Cli.Tests.Run;

/// <summary>The command as a process of its own, told of a collector.</summary>
public sealed class TelemetryExportTests(AzuriteFixture azurite)
{
    private const string File = "telemetry/storm.txt";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_CollectorThatTheEnvironmentNames_IsSentTheSpansOfAnArticleAndMetrics()
    {
        azurite.RequireAzurite();
        await using var collector = await Collector.StartAsync(Cancelled);
        var settings = new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Endpoint,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "100",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
        };
        await using var run = await HostProcess.StartAsync(azurite.ConnectionString, settings, Cancelled);
        await new BlobContainerClient(azurite.ConnectionString, ContainerNames.Articles).UploadBlobAsync(File, BinaryData.FromString(TestFolder.Article), Cancelled);

        // A file and its one article have the same id.
        var id = ArticleIds.ForFile(File);
        await collector.WaitAsync("/v1/traces", ["NewsIssuePipeline", "parse", id], Cancelled);
        await collector.WaitAsync("/v1/traces", ["NewsIssuePipeline", "tag", id], Cancelled);
        await collector.WaitAsync("/v1/metrics", ["NewsIssuePipeline", "pipeline.articles", "tagged"], Cancelled);
    }
}
