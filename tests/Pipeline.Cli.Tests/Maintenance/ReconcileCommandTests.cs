using Azure.Storage.Queues;
using Pipeline.LocalHost.Azurite;
using Pipeline.Storage;
using Pipeline.Storage.Files;
using Pipeline.Storage.Keys;
using Pipeline.Testing;
using Xunit;

namespace Pipeline.Cli.Tests.Maintenance;

/// <summary>The verb <c>reconcile</c>, over a storage of its own.</summary>
public sealed class ReconcileCommandTests(AzuriteFixture azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reconcile_FileWhoseBlobIsGone_IsToldAndAskedFor()
    {
        azurite.RequireAzurite();
        await using var storage = await AzuriteServer.StartOrFindAsync(AzuriteOptions.Temporary, cancellationToken: Token);
        var fits = await Invocation.RunAsync("reconcile", "--storage", storage.ConnectionString);
        Assert.Equal("0 blobs and rows were looked at; all fit together.", Assert.Single(fits.Out.Lines));

        var record = new FileRecord { FileId = ArticleIds.ForFile("a.txt"), BlobName = "a.txt", ETag = "0x1", Version = "v", ArticleIds = [ArticleIds.ForFile("a.txt")] };
        await new FileStore(ArticleStorageClients.FromConnectionString(storage.ConnectionString)).TryWriteAsync(record, previous: null, Token);
        var told = await Invocation.RunAsync("reconcile", "--storage", storage.ConnectionString);
        var toldAgain = await Invocation.RunAsync("reconcile", "--storage", storage.ConnectionString, "--json");

        Assert.Equal(["2 blobs and rows were looked at; repaired:", "1  GoneBlob"], told.Out.Lines.Select(line => line.Trim()));
        var repair = Assert.Single(Assert.Single(toldAgain.JsonLines).GetProperty("repaired").EnumerateArray());
        Assert.Equal(("GoneBlob", 1), (repair.GetProperty("finding").GetString(), repair.GetProperty("times").GetInt32()));
        Assert.Equal(2, (await new QueueClient(storage.ConnectionString, QueueNames.ParseArticle).GetPropertiesAsync(Token)).Value.ApproximateMessagesCount);
    }

    [Fact]
    public async Task Reconcile_StorageThatIsNone_SaysSoWithoutRepeatingIt()
    {
        var invocation = await Invocation.RunAsync("reconcile", "--storage", "AccountName=x;AccountKey=secret");

        Assert.Equal(1, await invocation.Command);
        Assert.StartsWith("pipeline: The storage connection cannot be read", invocation.Error.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", invocation.Error.Text, StringComparison.Ordinal);
    }
}
