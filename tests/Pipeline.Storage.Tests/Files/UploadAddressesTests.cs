using System.Net;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Pipeline.Storage.Files;
using Xunit;

namespace Pipeline.Storage.Tests.Files;

public sealed class UploadAddressesTests(AzuriteStorage storage)
{
    private readonly string _folder = Guid.NewGuid().ToString("N");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private UploadAddresses Addresses => new(storage.Clients, TimeProvider.System);

    [Theory]
    [InlineData("a.txt")]
    [InlineData("b #1?%.txt")]
    [InlineData("äöü 中文 \U0001F600.html")]
    public async Task CreateAsync_Name_GivesAnAddressThatTakesThatFile(string name)
    {
        name = $"{_folder}/{name}";
        var upload = (await Addresses.CreateAsync(name, Token))!;

        await new BlobClient(upload.Address).UploadAsync(BinaryData.FromString("first"), overwrite: true, Token);
        await new BlobClient(upload.Address).UploadAsync(BinaryData.FromString("second"), overwrite: true, Token);

        var blob = storage.Clients.Blobs.GetBlobContainerClient(ContainerNames.Articles).GetBlobClient(name);
        Assert.Equal("second", (await blob.DownloadContentAsync(Token)).Value.Content.ToString());
        Assert.StartsWith(Addresses.Origin, upload.Address.ToString(), StringComparison.Ordinal);
        Assert.InRange(upload.ExpiresOn - TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(14), TimeSpan.FromMinutes(15));
    }

    [Fact]
    public async Task CreateAsync_Address_GivesNoOtherRight()
    {
        var upload = (await Addresses.CreateAsync($"{_folder}/a.txt", Token))!;
        var blob = new BlobClient(upload.Address);
        await blob.UploadAsync(BinaryData.FromString("text"), overwrite: true, Token);

        await AssertForbiddenAsync(() => blob.DownloadContentAsync(Token));
        await AssertForbiddenAsync(() => blob.DeleteAsync(DeleteSnapshotsOption.None, null, Token));
        await AssertForbiddenAsync(() => new BlobClient(new Uri(upload.Address.ToString().Replace("a.txt", "b.txt", StringComparison.Ordinal))).UploadAsync(BinaryData.FromString("text"), overwrite: true, Token));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../parsed/a.json")]
    [InlineData("a/../b.txt")]
    public async Task CreateAsync_NameThatNoBlobCanHave_GivesNone(string name) =>
        Assert.Null(await Addresses.CreateAsync(name, Token));

    private static async Task AssertForbiddenAsync(Func<Task> request) =>
        Assert.Equal((int)HttpStatusCode.Forbidden, (await Assert.ThrowsAsync<Azure.RequestFailedException>(request)).Status);
}
