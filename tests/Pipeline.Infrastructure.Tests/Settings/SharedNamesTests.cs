using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Functions;
using Pipeline.Infrastructure.Tests.Bicep;
using Pipeline.Processing.Telemetry;
using Pipeline.Storage;
using Xunit;

namespace Pipeline.Infrastructure.Tests.Settings;

/// <summary>Names that stand in the templates and in the code are the same ones.</summary>
public sealed partial class SharedNamesTests
{
    public static TheoryData<string> Cases => AppSettingsTests.Cases;

    [Fact]
    public void Webhook_Function_IsTheBlobTriggerOfEventGrid()
    {
        var address = Assert.Single(Events("events"), subscription => subscription.Text("properties.destination.endpointType") == "WebHook")
            .Text("properties.destination.properties.endpointUrl")!;

        var function = FunctionName().Match(address).Groups["name"].Value;

        Assert.Equal(nameof(ParseArticleOnBlobEventFunction), function);
        var blob = Assert.Single(CodeSettings.Functions[function].GetParameters()[0].GetCustomAttributes(typeof(BlobTriggerAttribute), inherit: false).Cast<BlobTriggerAttribute>());
        Assert.Equal((BlobTriggerSource.EventGrid, "articles/{name}"), (blob.Source, blob.BlobPath));
    }

    [Theory]
    [InlineData("events")]
    [InlineData("events-private-api")]
    public void Subscriptions_QueueAndContainer_AreTheCodes(string deployment)
    {
        Assert.All(Events(deployment), subscription =>
        {
            Assert.Equal($"/blobServices/default/containers/{ContainerNames.Articles}/blobs/", subscription.Text("properties.filter.subjectBeginsWith"));
            Assert.Equal(QueueNames.ParseArticle, subscription.Text("properties.deliveryWithResourceIdentity.destination.properties.queueName") ?? QueueNames.ParseArticle);
        });
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Queue_ThatEventsGoTo_IsMadeAndRead(string deployment)
    {
        var queue = Assert.Single(Snapshot.Read(DeploymentCase.Named(deployment)).OfType("Microsoft.Storage/storageAccounts/queueServices/queues"));

        Assert.EndsWith("/" + QueueNames.ParseArticle, queue.Id, StringComparison.Ordinal);
        Assert.Contains(CodeSettings.Triggers<QueueTriggerAttribute>(), trigger => trigger.QueueName == QueueNames.ParseArticle);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Lifecycle_Folders_AreContainers(string deployment)
    {
        var folders = Snapshot.Read(DeploymentCase.Named(deployment))
            .OfType("Microsoft.Storage/storageAccounts/managementPolicies")
            .SelectMany(policy => policy.At("properties.policy.rules")!.AsArray())
            .SelectMany(rule => rule!["definition"]!["filters"]!["prefixMatch"]!.AsArray())
            .Select(prefix => (string)prefix!);

        Assert.Equal([ContainerNames.Parsed + "/", "dead-letters/"], folders);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Queries_Metrics_AreMeasured(string deployment)
    {
        var snapshot = Snapshot.Read(DeploymentCase.Named(deployment));
        var queries = snapshot.OfType("Microsoft.Insights/scheduledQueryRules").SelectMany(alert => alert.At("properties.criteria.allOf")!.AsArray()).Select(one => (string)one!["query"]!)
            .Concat(snapshot.OfType("Microsoft.Insights/workbooks").Select(workbook => workbook.Text("properties.serializedData")!))
            .ToList();

        var asked = queries.SelectMany(query => MetricName().Matches(query)).Select(match => match.Value).ToHashSet();

        Assert.Equal(7, asked.Count);
        Assert.Empty(asked.Except(Measured()));
    }

    private static HashSet<string> Measured()
    {
        var names = new HashSet<string>();
        using var meter = new Meter("names");
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => { if (instrument.Meter == meter) { names.Add(instrument.Name); } } };
        listener.Start();
        _ = new PipelineMetrics(meter);
        return names;
    }

    private static IEnumerable<Resource> Events(string deployment) =>
        Snapshot.Read(DeploymentCase.Named(deployment)).OfType("Microsoft.EventGrid/systemTopics/eventSubscriptions");

    [GeneratedRegex(@"functionName=Host\.Functions\.(?<name>\w+)&", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex FunctionName();

    [GeneratedRegex(@"\bpipeline\.[a-z.]+[a-z]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex MetricName();
}
