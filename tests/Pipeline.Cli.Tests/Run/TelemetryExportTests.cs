using System.Text.RegularExpressions;
using Azure.Storage.Blobs;
using Pipeline.LocalHost.Azurite;
using Pipeline.Storage;
using Pipeline.Storage.Keys;
using Pipeline.Testing;
using Pipeline.Testing.Crashes;
using Xunit;

namespace Pipeline.Cli.Tests.Run;

/// <summary>The command as a process of its own, on a storage of its own, told of a collector.</summary>
public sealed class TelemetryExportTests(AzuriteFixture azurite)
{
    private const string Blob = "telemetry/storm.txt";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_CollectorThatTheEnvironmentNames_IsSentTheSpansOfAnArticleInOneTraceAndMetrics()
    {
        azurite.RequireAzurite();
        await using var storage = await AzuriteServer.StartOrFindAsync(AzuriteOptions.Temporary, cancellationToken: Cancelled);
        await using var collector = await Collector.StartAsync(Cancelled);
        var settings = new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Endpoint,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "100",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
        };
        await using var run = await HostProcess.StartAsync(storage.ConnectionString, settings, Cancelled);
        await new BlobContainerClient(storage.ConnectionString, ContainerNames.Articles).UploadBlobAsync(Blob, BinaryData.FromString(TestFolder.Article), Cancelled);

        // A file and its one article have the same id.
        var id = ArticleIds.ForFile(Blob);
        var parsed = await collector.WaitAsync("/v1/traces", body => IsAbout(body, id) && TracesOf(body, "parse").Any(), Cancelled);
        var tagged = await collector.WaitAsync("/v1/traces", body => IsAbout(body, id) && TracesOf(body, "tag").Any(), Cancelled);
        Assert.NotEmpty(TracesOf(parsed, "parse").Intersect(TracesOf(tagged, "tag"), StringComparer.Ordinal));
        await collector.WaitAsync("/v1/metrics", body => IsAbout(body, "pipeline.articles") && body.Contains("tagged", StringComparison.Ordinal), Cancelled);
    }

    private static bool IsAbout(string body, string text) =>
        body.Contains("NewsIssuePipeline", StringComparison.Ordinal) && body.Contains(text, StringComparison.Ordinal);

    /// <summary>Returns the ids of the traces that spans of a name belong to. A span begins with its trace's id, of 16 bytes, and its own, of 8; its name is the fifth field (opentelemetry-proto, trace.proto).</summary>
    private static IEnumerable<string> TracesOf(string body, string span) =>
        Regex.Matches(body, $"\n\x10(.{{16}})\x12\x08.{{8}}.{{0,20}}?\\*{(char)span.Length}{span}", RegexOptions.Singleline, TimeSpan.FromSeconds(10)).Select(match => match.Groups[1].Value);
}
