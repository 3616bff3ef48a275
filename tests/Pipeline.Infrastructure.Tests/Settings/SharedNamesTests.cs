using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Functions;
using Pipeline.Infrastructure.Tests.Bicep;
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
        var asked = Queries(deployment).SelectMany(query => MetricName().Matches(query)).Select(match => match.Value).ToHashSet();

        Assert.Equal(7, asked.Count);
        Assert.Empty(asked.Except(RecordedMetrics.All.Select(tag => tag.Metric)));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Queries_Tags_AreRecorded(string deployment)
    {
        var asked = Queries(deployment)
            .SelectMany(query => TagName().Matches(query), (query, tag) => (Metric: MetricName().Match(query).Value, Tag: tag.Groups["tag"].Value))
            .ToHashSet();

        Assert.Equal(["finding", "outcome", "queue", "reason", "stage", "state"], asked.Select(one => one.Tag).Distinct().Order(StringComparer.Ordinal));
        Assert.Empty(asked.Except(RecordedMetrics.All.Select(tag => (tag.Metric, tag.Tag))));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Queries_ValuesOfTags_AreRecorded(string deployment)
    {
        var asked = Queries(deployment)
            .SelectMany(query => TagValue().Matches(query), (query, tag) => (Metric: MetricName().Match(query).Value, Tag: tag.Groups["tag"].Value, Compares: tag.Groups["operator"].Value, Value: tag.Groups["value"].Value))
            .ToList();

        Assert.True(asked.Count >= 4);
        Assert.All(asked, one => Assert.Contains(RecordedMetrics.All, tag => (tag.Metric, tag.Tag) == (one.Metric, one.Tag)
            && (one.Compares == "==" ? tag.Value == one.Value : tag.Value.EndsWith(one.Value, StringComparison.Ordinal))));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Queries_Functions_AreTheTimers(string deployment)
    {
        var asked = Queries(deployment).SelectMany(query => QuotedFunction().Matches(query)).Select(match => match.Groups["name"].Value).Order(StringComparer.Ordinal);

        var timers = CodeSettings.Functions
            .Where(function => function.Value.GetParameters().Any(parameter => parameter.IsDefined(typeof(TimerTriggerAttribute), inherit: false)))
            .Select(function => function.Key);
        Assert.Equal(timers.Order(StringComparer.Ordinal), asked);
    }

    // Those of alerts, and those of the workbook, which is JSON in a text.
    private static IEnumerable<string> Queries(string deployment)
    {
        var snapshot = Snapshot.Read(DeploymentCase.Named(deployment));
        return snapshot.OfType("Microsoft.Insights/scheduledQueryRules").SelectMany(alert => alert.At("properties.criteria.allOf")!.AsArray()).Select(one => (string)one!["query"]!)
            .Concat(snapshot.OfType("Microsoft.Insights/workbooks")
                .SelectMany(workbook => JsonNode.Parse(workbook.Text("properties.serializedData")!)!["items"]!.AsArray())
                .Select(item => (string?)item!["content"]!["query"])
                .OfType<string>());
    }

    private static IEnumerable<Resource> Events(string deployment) =>
        Snapshot.Read(DeploymentCase.Named(deployment)).OfType("Microsoft.EventGrid/systemTopics/eventSubscriptions");

    [GeneratedRegex(@"functionName=Host\.Functions\.(?<name>\w+)&", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex FunctionName();

    [GeneratedRegex(@"\bProperties\.(?<tag>\w+)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex TagName();

    [GeneratedRegex(@"\bProperties\.(?<tag>\w+) (?<operator>==|!?endswith) ""(?<value>[^""]*)""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex TagValue();

    [GeneratedRegex(@"""(?<name>\w+Function)""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex QuotedFunction();

    [GeneratedRegex(@"\bpipeline\.[a-z.]+[a-z]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex MetricName();
}
