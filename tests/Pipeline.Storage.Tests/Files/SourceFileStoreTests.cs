using Azure.Storage.Blobs;
using Pipeline.Storage.Files;
using Pipeline.Storage.Keys;
using Xunit;

namespace Pipeline.Storage.Tests.Files;

public sealed class SourceFileStoreTests(AzuriteStorage storage)
{
    private readonly string _folder = Guid.NewGuid().ToString("N");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private SourceFileStore Sources => new(storage.Clients);

    public static TheoryData<string> Names =>
    [
        "plain.txt",
        "a folder/b/c.txt",
        "with spaces and (brackets).txt",
        "#?%&+=;,'!@$~`^.txt",
        "%41%2F%00.txt",
        "äöü ß 中文 \U0001F600.txt",
        new string('n', 960),
    ];

    [Fact]
    public async Task ScanAsync_PageByPage_HasEachFileUntilItIsDeleted()
    {
        string[] names = [$"{_folder}/a.txt", $"{_folder}/b #1?%.txt"];
        foreach (var name in names)
        {
            await UploadAsync(name, "Hello."u8.ToArray());
        }

        var found = await ScanAsync();
        Assert.Equal(names, found.Select(blob => blob.Name));
        Assert.Equal(await Sources.ReadETagAsync(names[0], Token), found[0].ETag);

        Assert.False(await Sources.TryDeleteAsync(names[0], "0x1", Token));
        Assert.True(await Sources.TryDeleteAsync(names[0], found[0].ETag, Token));
        Assert.True(await Sources.TryDeleteAsync(names[0], found[0].ETag, Token));
        Assert.Equal([names[1]], (await ScanAsync()).Select(blob => blob.Name));
    }

    [Theory]
    [InlineData("../parsed/x.json")]
    [InlineData("..\\parsed\\x.json")]
    public async Task TryDeleteAsync_NameThatLeadsElsewhere_DeletesNothing(string name)
    {
        var parsed = storage.Clients.Blobs.GetBlobContainerClient(ContainerNames.Parsed).GetBlobClient("x.json");
        await parsed.UploadAsync(BinaryData.FromString("{}"), overwrite: true, Token);

        // There is no such file: nothing is left to delete.
        Assert.True(await Sources.TryDeleteAsync(name, ArticleVersions.Normalize((await parsed.GetPropertiesAsync(cancellationToken: Token)).Value.ETag), Token));

        Assert.True(await parsed.ExistsAsync(Token));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ReadAsync_NameOfAnyForm_IsRead(string name)
    {
        var blob = await UploadAsync($"{_folder}/{name}", "Hello."u8.ToArray());

        var read = await Sources.ReadAsync($"{_folder}/{name}", 1_000, Token);

        Assert.Equal("Hello."u8.ToArray(), read!.Content);
        Assert.Equal(await Sources.ReadETagAsync($"{_folder}/{name}", Token), read.ETag);
        Assert.Equal((await blob.GetPropertiesAsync(cancellationToken: Token)).Value.LastModified, read.LastModified);
    }

    [Theory]
    [InlineData(9, true)]
    [InlineData(10, true)]
    [InlineData(11, false)]
    [InlineData(5_000_000, false)]
    public async Task ReadAsync_FileLongerThanAskedFor_IsThereAndNotRead(int length, bool isRead)
    {
        await UploadAsync($"{_folder}/long.txt", new byte[length]);

        var read = await Sources.ReadAsync($"{_folder}/long.txt", 10, Token);

        Assert.NotEmpty(read!.ETag);
        Assert.Equal(isRead ? length : null, read.Content?.Length);
    }

    [Fact]
    public async Task ReadAsync_EmptyFile_IsEmpty()
    {
        await UploadAsync($"{_folder}/empty.txt", []);

        Assert.True((await Sources.ReadAsync($"{_folder}/empty.txt", 10, Token))!.Content is []);
    }

    [Fact]
    public async Task ReadAsync_NoFile_IsNull()
    {
        Assert.Null(await Sources.ReadAsync($"{_folder}/none.txt", 10, Token));
        Assert.Equal("", await Sources.ReadETagAsync($"{_folder}/none.txt", Token));
    }

    public static TheoryData<string> ImpossibleNames =>
    [
        "",
        ".",
        "..",
        "../parsed/ARTICLE",
        "a/../../parsed/ARTICLE",
        "a/./ARTICLE",
        "..\\parsed\\ARTICLE",
        "a\0b.txt",
        "\ud800.txt",
        new string('n', 1_025),
        new string('n', 60_000),
    ];

    [Theory]
    [MemberData(nameof(ImpossibleNames))]
    public async Task ReadAsync_NameThatNoBlobCanHave_IsNoFile(string name)
    {
        await storage.Clients.Blobs.GetBlobContainerClient(ContainerNames.Parsed)
            .GetBlobClient(_folder).UploadAsync(BinaryData.FromString("secret"), overwrite: true, Token);
        await UploadAsync($"a/{_folder}", "Hello."u8.ToArray());
        name = name.Replace("ARTICLE", _folder, StringComparison.Ordinal);

        Assert.Null(await Sources.ReadAsync(name, 1_000, Token));
        Assert.Equal("", await Sources.ReadETagAsync(name, Token));
    }

    private async Task<BlobClient> UploadAsync(string name, byte[] content)
    {
        var blob = storage.Clients.Blobs.GetBlobContainerClient(ContainerNames.Articles).GetBlobClient(name);
        await blob.UploadAsync(BinaryData.FromBytes(content), overwrite: true, Token);
        return blob;
    }

    private async Task<IReadOnlyList<SourceBlobItem>> ScanAsync()
    {
        var found = new List<SourceBlobItem>();
        string? token = null;
        do
        {
            var page = await Sources.ScanAsync(token, limit: 1, Token);
            found.AddRange(page.Items);
            token = page.Next;
        }
        while (token is not null);

        return [.. found.Where(blob => blob.Name.StartsWith(_folder, StringComparison.Ordinal))];
    }
}
