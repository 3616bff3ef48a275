using System.Collections.Concurrent;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Pipeline.LocalHost.Azurite;
using Pipeline.LocalHost.Tests.Hosting;
using Pipeline.Testing;
using Xunit;

namespace Pipeline.LocalHost.Tests.Azurite;

/// <summary>Whatever writes a blob is told, with the ETag that the blob has then.</summary>
public sealed class BlobWritesTests : IAsyncLifetime
{
    private readonly AzuriteFixture _azurite;
    private readonly BlobContainerClient _container;
    private readonly ConcurrentQueue<BlobWrite> _told = new();

    public BlobWritesTests(AzuriteFixture azurite)
    {
        azurite.RequireAzurite();
        _azurite = azurite;
        _container = new BlobContainerClient(azurite.ConnectionString, $"c{Guid.NewGuid():N}");
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _azurite.Writes.Subscribe(Note);
        await _container.CreateAsync(cancellationToken: Cancelled);
    }

    public async ValueTask DisposeAsync()
    {
        _azurite.Writes.Unsubscribe(Note);
        await _container.DeleteIfExistsAsync();
    }

    [Theory]
    [InlineData("a.txt")]
    [InlineData("folder/ü 中 \"#?%' end.txt")]
    [InlineData("\U0001F4F0.txt")]
    public async Task Upload_IsTold(string name)
    {
        var blob = await UploadAsync(name);
        await IsToldAsync(blob, BlobType.Block);

        await blob.UploadAsync(BinaryData.FromString("two"), overwrite: true, Cancelled);
        await IsToldAsync(blob, BlobType.Block);
    }

    [Fact]
    public async Task BlocksAndCopiesAndAppends_AreTold()
    {
        var blocks = _container.GetBlockBlobClient("blocks");
        var id = Convert.ToBase64String([1]);
        await blocks.StageBlockAsync(id, BinaryData.FromString("one").ToStream(), cancellationToken: Cancelled);
        await blocks.CommitBlockListAsync([id], cancellationToken: Cancelled);
        await IsToldAsync(blocks, BlobType.Block);

        // Nothing of the block that was only staged, nor of a snapshot, which nobody is to take for the blob.
        await blocks.CreateSnapshotAsync(cancellationToken: Cancelled);
        await IsToldAsync(await UploadAsync("after"), BlobType.Block);
        Assert.Single(_told, write => write.Name == "blocks");

        var copy = _container.GetBlobClient("copy");
        await (await copy.StartCopyFromUriAsync(blocks.Uri, cancellationToken: Cancelled)).WaitForCompletionAsync(Cancelled);
        await IsToldAsync(copy, BlobType.Block);

        var appended = _container.GetAppendBlobClient("appended");
        await appended.CreateAsync(cancellationToken: Cancelled);
        await appended.AppendBlockAsync(BinaryData.FromString("one").ToStream(), cancellationToken: Cancelled);
        await IsToldAsync(appended, BlobType.Append);
    }

    [Fact]
    public async Task Emulator_ThatEnds_TellsOfNothingAnyMore()
    {
        var server = await AzuriteServer.StartOrFindAsync(AzuriteOptions.Temporary, cancellationToken: Cancelled);
        var service = new BlobServiceClient(server.ConnectionString).Uri;
        var writes = server.Writes!;
        Assert.True(writes.TellsOf(service));
        Assert.False(writes.TellsOf(new BlobServiceClient(_azurite.ConnectionString).Uri));

        await server.DisposeAsync();

        Assert.False(writes.TellsOf(service));
    }

    [Theory]
    [InlineData("Azurite Blob service is starting at http://127.0.0.1:10000")]
    [InlineData("Blob written: null")]
    [InlineData("Blob written: [\"articles\",\"a.t")]
    [InlineData("Blob written: ")]
    [InlineData("Blob written: [\"a\"]")]
    [InlineData("")]
    public void Line_OfSomethingElse_TellsOfNoBlob(string line) => Assert.Null(BlobWriteLine.Read(line));

    private async Task<BlobClient> UploadAsync(string name)
    {
        var blob = _container.GetBlobClient(name);
        await blob.UploadAsync(BinaryData.FromString("one"), cancellationToken: Cancelled);
        return blob;
    }

    private void Note(BlobWrite write)
    {
        if (write.Container == _container.Name)
        {
            _told.Enqueue(write);
        }
    }

    private async Task IsToldAsync(BlobBaseClient blob, BlobType type)
    {
        BlobProperties properties = await blob.GetPropertiesAsync(cancellationToken: Cancelled);
        var expected = new BlobWrite(_container.Name, blob.Name, properties.ETag.ToString("H"), type);
        await Recorder.WaitUntilAsync(() => Task.FromResult(_told.Contains(expected)));
    }
}
