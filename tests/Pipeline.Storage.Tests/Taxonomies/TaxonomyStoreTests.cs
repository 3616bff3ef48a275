using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Pipeline.Storage.Taxonomies;
using Pipeline.Testing;
using Xunit;

namespace Pipeline.Storage.Tests.Taxonomies;

/// <summary>One test after the other: there is one container <c>config</c> and one row.</summary>
public sealed class TaxonomyStoreTests(AzuriteStorage storage) : IAsyncLifetime
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private TaxonomyStore Taxonomies => new(storage.Clients);

    private BlobContainerClient Config => storage.Clients.Blobs.GetBlobContainerClient(ContainerNames.Config);

    public async ValueTask InitializeAsync()
    {
        await foreach (var blob in Config.GetBlobsAsync(cancellationToken: Token))
        {
            await Config.DeleteBlobAsync(blob.Name, cancellationToken: Token);
        }

        await Taxonomies.ClearAsync(Token);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task FindAsync_Files_AreThoseOfTheNameButTheReport()
    {
        await UploadAsync("taxonomy.json", "{}");
        await UploadAsync("taxonomy.b.jsonc", "{}");
        await UploadAsync("other.json", "{}");
        await Taxonomies.WriteReportAsync(Report(), Token);

        var files = await Taxonomies.FindAsync(Token);

        Assert.Equal(["taxonomy.b.jsonc", "taxonomy.json"], files.Select(file => file.Name));
        Assert.All(files, file => Assert.NotEmpty(file.ETag));
    }

    [Fact]
    public async Task ReadAsync_File_GivesItsBytesUnlessItChanged()
    {
        await UploadAsync("taxonomy.json", "first");
        var file = Assert.Single(await Taxonomies.FindAsync(Token));

        var read = await Taxonomies.ReadAsync(file, 100, Token);
        var cut = await Taxonomies.ReadAsync(file, 3, Token);
        await UploadAsync("taxonomy.json", "second");

        Assert.Equal("first", Encoding.UTF8.GetString(read!.Value.Span));
        Assert.Equal(4, cut!.Value.Length);
        Assert.Null(await Taxonomies.ReadAsync(file, 100, Token));
        Assert.Null(await Taxonomies.ReadAsync(new TaxonomyBlob("taxonomy.gone", "x"), 100, Token));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_000)]
    [InlineData(720_000)]
    public async Task TryPutInForceAsync_Content_IsReadBackByteForByte(int length)
    {
        var record = Record(RandomNumberGenerator.GetBytes(length));

        Assert.True(await Taxonomies.TryPutInForceAsync(record, Token));
        var read = await Taxonomies.ReadInForceAsync(Token);

        Assert.Equal(record.Content.ToArray(), read!.Content.ToArray());
        JsonAssert.Same(record with { Content = default }, read with { Content = default });
    }

    [Fact]
    public async Task TryPutInForceAsync_SmallerContent_LeavesNothingOfTheOneBefore()
    {
        await Taxonomies.TryPutInForceAsync(Record(RandomNumberGenerator.GetBytes(200_000)), Token);

        await Taxonomies.TryPutInForceAsync(Record([1, 2, 3]), Token);

        Assert.Equal([1, 2, 3], (await Taxonomies.ReadInForceAsync(Token))!.Content.ToArray());
    }

    [Fact]
    public async Task TryPutInForceAsync_ContentThatDoesNotFit_IsRefusedAndNothingIsWritten()
    {
        Assert.False(await Taxonomies.TryPutInForceAsync(Record(RandomNumberGenerator.GetBytes(TaxonomyRecord.MaxCompressedBytes)), Token));
        Assert.Null(await Taxonomies.ReadInForceAsync(Token));
    }

    [Fact]
    public async Task ReadReportAsync_Report_IsTheOneWrittenLast()
    {
        Assert.Null(await Taxonomies.ReadReportAsync(Token));

        await Taxonomies.WriteReportAsync(Report(), Token);
        await Taxonomies.WriteReportAsync(Report() with { Blob = "taxonomy.jsonc" }, Token);

        JsonAssert.Same(Report() with { Blob = "taxonomy.jsonc" }, (await Taxonomies.ReadReportAsync(Token))!);
        Assert.Equal("application/json", (await Config.GetBlobClient(TaxonomyStore.ReportName).GetPropertiesAsync(cancellationToken: Token)).Value.ContentType);
        await UploadAsync(TaxonomyStore.ReportName, "not a report");
        Assert.Null(await Taxonomies.ReadReportAsync(Token));
    }

    [Fact]
    public async Task ClearAsync_Twice_RemovesTheRowAndTheReport()
    {
        await Taxonomies.TryPutInForceAsync(Record([1]), Token);
        await Taxonomies.WriteReportAsync(Report(), Token);

        await Taxonomies.ClearAsync(Token);
        await Taxonomies.ClearAsync(Token);

        Assert.Null(await Taxonomies.ReadInForceAsync(Token));
        Assert.Null(await Taxonomies.ReadReportAsync(Token));
    }

    private Task<Response<BlobContentInfo>> UploadAsync(string name, string text) =>
        Config.GetBlobClient(name).UploadAsync(BinaryData.FromString(text), overwrite: true, Token);

    private static TaxonomyRecord Record(byte[] content) => new()
    {
        Blob = new TaxonomyBlob("taxonomy.json", "0x1"),
        Version = "0123456789abcdef",
        Since = new DateTimeOffset(2024, 5, 2, 0, 0, 0, TimeSpan.Zero),
        Content = content,
    };

    private static TaxonomyReport Report() => new()
    {
        State = TaxonomyState.Refused,
        Blob = "taxonomy.json",
        ETag = "0x1",
        Checked = new DateTimeOffset(2024, 5, 2, 0, 0, 0, TimeSpan.Zero),
        ProblemCount = 1,
        Problems = [new TaxonomyReportProblem(3, "wrong", IsWarning: false)],
    };
}
