using System.Net;
using Azure.Storage.Blobs;
using Pipeline.LocalHost.Azurite;
using Pipeline.Testing;
using Xunit;

namespace Pipeline.LocalHost.Tests.Azurite;

public sealed class BrowserAccessTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData("http://127.0.0.1:7071", "PUT", true)]
    [InlineData("http://localhost:7071", "PUT", true)]
    [InlineData("http://localhost:7072", "PUT", false)]
    [InlineData("https://elsewhere.example", "PUT", false)]
    [InlineData("http://127.0.0.1:7071", "DELETE", false)]
    public async Task AllowAsync_Page_MayUploadAndNothingElse(string origin, string method, bool isAllowed)
    {
        azurite.RequireAzurite();
        await BrowserAccess.AllowAsync(azurite.ConnectionString, new Uri("http://127.0.0.1:7071/api"), TestContext.Current.CancellationToken);
        using var http = new HttpClient();
        using var preflight = new HttpRequestMessage(HttpMethod.Options, new BlobClient(azurite.ConnectionString, "articles", "a.txt").Uri);
        preflight.Headers.Add("Origin", origin);
        preflight.Headers.Add("Access-Control-Request-Method", method);
        preflight.Headers.Add("Access-Control-Request-Headers", "content-type,if-none-match,x-ms-blob-type");

        using var answer = await http.SendAsync(preflight, TestContext.Current.CancellationToken);

        Assert.Equal(isAllowed, answer.StatusCode == HttpStatusCode.OK);
    }
}
