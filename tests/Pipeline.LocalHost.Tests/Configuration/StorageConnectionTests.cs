using Microsoft.Extensions.Configuration;
using Pipeline.LocalHost.Configuration;
using Xunit;

namespace Pipeline.LocalHost.Tests.Configuration;

public sealed class StorageConnectionTests
{
    [Theory]
    [InlineData("Data")]
    [InlineData("AzureWebJobsData")]
    [InlineData("ConnectionStrings:Data")]
    public void Resolve_ConnectionString_IsFoundUnderThePlatformsNames(string key)
    {
        var connection = Resolve("Data", (key, "UseDevelopmentStorage=true"));

        Assert.Equal("http://127.0.0.1:10000/devstoreaccount1", connection.Blobs.Uri.AbsoluteUri);
        Assert.Equal("http://127.0.0.1:10001/devstoreaccount1", connection.Queues.Uri.AbsoluteUri);
    }

    [Fact]
    public void Resolve_AccountName_GivesTheServicesOfTheAccount()
    {
        var connection = Resolve("Data", ("Data:accountName", "news"));

        Assert.Equal("https://news.blob.core.windows.net/", connection.Blobs.Uri.AbsoluteUri);
        Assert.Equal("https://news.queue.core.windows.net/", connection.Queues.Uri.AbsoluteUri);
    }

    [Fact]
    public void Resolve_ServiceUris_AreTaken()
    {
        var connection = Resolve(
            "Data", ("Data:blobServiceUri", "https://b.example/"), ("Data:queueServiceUri", "https://q.example/"));

        Assert.Equal("https://b.example/", connection.Blobs.Uri.AbsoluteUri);
        Assert.Equal("https://q.example/", connection.Queues.Uri.AbsoluteUri);
    }

    [Fact]
    public void Queues_NoQueueServiceUri_NamesTheSetting()
    {
        var connection = Resolve("Data", ("Data:blobServiceUri", "https://b.example/"));

        var exception = Assert.Throws<FunctionHostException>(() => connection.Queues);

        Assert.Contains("Data__queueServiceUri", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Resolve_NoSetting_NamesIt()
    {
        var exception = Assert.Throws<FunctionHostException>(() => Resolve("Data"));

        Assert.Contains("Data__accountName", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Blobs_MalformedConnectionString_IsNotQuoted()
    {
        var connection = Resolve("Data", ("Data", "AccountKey=c2VjcmV0;nonsense"));

        var exception = Assert.Throws<FunctionHostException>(() => connection.Blobs);

        Assert.Contains("Data", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", exception.ToString(), StringComparison.Ordinal);
    }

    private static StorageConnection Resolve(string name, params (string Key, string Value)[] settings) =>
        StorageConnection.Resolve(
            new ConfigurationBuilder()
                .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)))
                .Build(),
            name);
}
