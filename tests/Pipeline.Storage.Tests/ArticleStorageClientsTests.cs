using Microsoft.Extensions.Configuration;
using Xunit;

namespace Pipeline.Storage.Tests;

public sealed class ArticleStorageClientsTests
{
    [Fact]
    public void FromConfiguration_ConnectionString_IsTaken()
    {
        var clients = From(("ArticleStorage", "UseDevelopmentStorage=true"));

        Assert.Equal("http://127.0.0.1:10000/devstoreaccount1", clients.Blobs.Uri.ToString());
    }

    [Fact]
    public void FromConfiguration_AccountName_GivesTheThreeServices()
    {
        var clients = From(("ArticleStorage:accountName", "newsdesk"), ("ArticleStorage:credential", "managedidentity"), ("ArticleStorage:clientId", "id"));

        Assert.Equal("https://newsdesk.blob.core.windows.net/", clients.Blobs.Uri.ToString());
        Assert.Equal("https://newsdesk.queue.core.windows.net/", clients.Queues.Uri.ToString());
        Assert.Equal("https://newsdesk.table.core.windows.net/", clients.Tables.Uri.ToString());
    }

    [Fact]
    public void FromConfiguration_ServiceAddresses_WinOverTheAccountName()
    {
        var clients = From(
            ("ArticleStorage:accountName", "newsdesk"), ("ArticleStorage:tableServiceUri", "https://newsdesk.table.core.usgovcloudapi.net/"));

        Assert.Equal("https://newsdesk.table.core.usgovcloudapi.net/", clients.Tables.Uri.ToString());
    }

    [Theory]
    [InlineData("Other", "x", "'ArticleStorage' is missing")]
    [InlineData("ArticleStorage:blobServiceUri", "https://a.blob.core.windows.net", "'ArticleStorage__queueServiceUri' is missing")]
    [InlineData("ArticleStorage:blobServiceUri", "AccountKey=hidden", "'ArticleStorage__blobServiceUri' is not an address")]
    [InlineData("ArticleStorage:credential", "secret", "'ArticleStorage__credential' is 'secret'")]
    public void FromConfiguration_TooLittle_NamesWhatIsMissing(string name, string value, string expected)
    {
        var exception = Assert.Throws<InvalidOperationException>(() => From((name, value)));

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", exception.Message, StringComparison.Ordinal);
    }

    private static ArticleStorageClients From(params (string Name, string Value)[] settings) =>
        ArticleStorageClients.FromConfiguration(
            new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build());
}
