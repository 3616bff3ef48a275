using Pipeline.LocalHost.Configuration;
using Xunit;

namespace Pipeline.LocalHost.Tests.Configuration;

public sealed class HostJsonTests
{
    [Fact]
    public void Parse_VersionOnly_GivesThePlatformsDefaults()
    {
        var host = HostJson.Parse("""{ "version": "2.0" }""");

        Assert.Equal(TimeSpan.FromMinutes(30), host.FunctionTimeout);
        Assert.Equal("api", host.RoutePrefix);
        Assert.Equal(8 * Environment.ProcessorCount, host.Blobs.MaxDegreeOfParallelism);
        Assert.Equal(5, host.Blobs.PoisonBlobThreshold);
        Assert.Equal(16, host.Queues.BatchSize);
        Assert.Equal(8 * Environment.ProcessorCount, host.Queues.NewBatchThreshold);
        Assert.Equal(5, host.Queues.MaxDequeueCount);
        Assert.Equal(TimeSpan.Zero, host.Queues.VisibilityTimeout);
        Assert.Equal(TimeSpan.FromMinutes(1), host.Queues.MaxPollingInterval);
        Assert.True(host.Queues.Base64);
    }

    [Fact]
    public void Parse_EveryKey_IsTaken()
    {
        var host = HostJson.Parse("""
            {
              // Comments and trailing commas are allowed.
              "version": "2.0", "functionTimeout": "00:05:00", "telemetryMode": "OpenTelemetry",
              "extensions": {
                "http": { "routePrefix": "/v1/" },
                "blobs": { "maxDegreeOfParallelism": 3, "poisonBlobThreshold": 2 },
                "queues": {
                  "batchSize": 4, "newBatchThreshold": 0, "maxDequeueCount": 7, "visibilityTimeout": "00:00:30",
                  "maxPollingInterval": "00:00:02", "messageEncoding": "None",
                },
              },
            }
            """);

        Assert.Equal(TimeSpan.FromMinutes(5), host.FunctionTimeout);
        Assert.Equal("v1", host.RoutePrefix);
        Assert.Equal(new BlobTriggerSettings { MaxDegreeOfParallelism = 3, PoisonBlobThreshold = 2 }, host.Blobs);
        Assert.Equal(
            new QueueTriggerSettings
            {
                BatchSize = 4,
                NewBatchThreshold = 0,
                MaxDequeueCount = 7,
                VisibilityTimeout = TimeSpan.FromSeconds(30),
                MaxPollingInterval = TimeSpan.FromSeconds(2),
                Base64 = false,
            },
            host.Queues);
    }

    [Fact]
    public void Parse_TimeoutOfMinusOne_IsNoLimit()
    {
        var host = HostJson.Parse("""{ "version": "2.0", "functionTimeout": "-1" }""");

        Assert.Null(host.FunctionTimeout);
    }

    [Theory]
    [InlineData("""{ "extensions": { "queues": { "batchSize": 33 } } }""", "extensions.queues.batchSize", "1 to 32")]
    [InlineData("""{ "extensions": { "queues": { "batchSize": 0 } } }""", "extensions.queues.batchSize", "not 0")]
    [InlineData("""{ "extensions": { "queues": { "batchSize": "16" } } }""", "extensions.queues.batchSize", "\"16\"")]
    [InlineData("""{ "extensions": { "queues": { "maxDequeueCount": 0 } } }""", "maxDequeueCount", "from 1")]
    [InlineData("""{ "extensions": { "queues": { "visibilityTimeout": "30" } } }""", "visibilityTimeout", "00:00:30")]
    [InlineData("""{ "extensions": { "queues": { "visibilityTimeout": 30 } } }""", "visibilityTimeout", "00:00:30")]
    [InlineData("""{ "extensions": { "queues": { "visibilityTimeout": "8.00:00:00" } } }""", "visibilityTimeout", "7.00:00:00")]
    [InlineData("""{ "extensions": { "queues": { "maxPollingInterval": "00:00:00.05" } } }""", "maxPollingInterval", "00:00:00.1")]
    [InlineData("""{ "extensions": { "queues": { "messageEncoding": "utf8" } } }""", "messageEncoding", "base64")]
    [InlineData("""{ "extensions": { "queues": [] } }""", "extensions.queues", "an object")]
    [InlineData("""{ "extensions": { "blobs": { "poisonBlobThreshold": 1.5 } } }""", "poisonBlobThreshold", "whole number")]
    [InlineData("""{ "extensions": { "blobs": { "maxDegreeOfParallelism": -1 } } }""", "maxDegreeOfParallelism", "from 1")]
    [InlineData("""{ "extensions": { "http": { "routePrefix": 1 } } }""", "extensions.http.routePrefix", "a string")]
    [InlineData("""{ "functionTimeout": "00:00:00" }""", "functionTimeout", "00:00:30")]
    [InlineData("""{ "version": "1.0" }""", "version", "2.0")]
    [InlineData("[]", "host.json", "object")]
    [InlineData("{", "host.json", "not JSON")]
    public void Parse_BadValue_NamesTheKeyAndWhatIsWanted(string json, string key, string wanted)
    {
        var exception = Assert.Throws<FunctionHostException>(() => HostJson.Parse(json));

        Assert.Contains(key, exception.Message, StringComparison.Ordinal);
        Assert.Contains(wanted, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_NoFile_NamesThePath()
    {
        var path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"), "host.json");

        var exception = Assert.Throws<FunctionHostException>(() => HostJson.Load(path));

        Assert.Contains(path, exception.Message, StringComparison.Ordinal);
    }
}
