using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Pipeline.Testing;
using Xunit;

namespace Pipeline.Cli.Tests.Upload;

public sealed class UploadCommandTests(AzuriteFixture azurite) : IDisposable
{
    // md5sum of TestFolder.Article.
    private const string ArticleHash = "3b848eec52c44bc23dcc0ae75474dfa7";

    private readonly TestFolder _folder = new();
    private readonly string _prefix = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Upload_Folder_PutsEveryFileUnderItsPath()
    {
        string[] names = ["a.txt", "a b/ü#1.html", "100%/日本語 😀.md"];
        Array.ForEach(names, name => _folder.Add(name));

        var invocation = await UploadAsync(_folder.Path);

        var blobs = await ListAsync();
        Assert.Equal(0, await invocation.Command);
        Assert.Empty(invocation.Error.Text);
        Assert.Equal(names.Order(StringComparer.Ordinal), blobs.Select(blob => blob.Name[(_prefix.Length + 1)..]).Order(StringComparer.Ordinal));
        Assert.All(blobs, blob => Assert.Equal(ArticleHash, Convert.ToHexStringLower(blob.Properties.ContentHash)));
        Assert.Equal(
            ["text/html", "text/markdown", "text/plain"],
            blobs.Select(blob => blob.Properties.ContentType).Order(StringComparer.Ordinal));
        Assert.StartsWith("Uploaded 3 files", invocation.Out.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_LongestName_Arrives()
    {
        var parts = Enumerable.Repeat(new string('n', 200), 4).ToList();
        var name = string.Join('/', parts) + "/" + new string('é', 1024 - _prefix.Length - 1 - 804);
        _folder.Add("x.txt");
        var path = _folder.Add("y.txt");
        var prefix = $"{_prefix}/{name[..^6]}";

        var invocation = await Invocation.RunAsync("upload", path, "--prefix", prefix, "--to", azurite.ConnectionString);

        Assert.Equal(0, await invocation.Command);
        Assert.Equal(1024, Assert.Single(await ListAsync()).Name.Length);
    }

    [Fact]
    public async Task Upload_Again_SendsOnlyWhatChanged()
    {
        _folder.Add("same.txt");
        var changing = _folder.Add("changing.txt", "one");
        await UploadAsync(_folder.Path);
        var before = await ListAsync();
        await File.WriteAllTextAsync(changing, "two", TestContext.Current.CancellationToken);

        var invocation = await UploadAsync(_folder.Path);

        var after = await ListAsync();
        Assert.Equal(0, await invocation.Command);
        Assert.Contains("Uploaded 1 file (3 bytes), 1 unchanged.", invocation.Out.Text, StringComparison.Ordinal);
        Assert.Equal(ETag(before, "same.txt"), ETag(after, "same.txt"));
        Assert.NotEqual(ETag(before, "changing.txt"), ETag(after, "changing.txt"));
    }

    [Fact]
    public async Task Upload_Json_WritesAnObjectForEachFile()
    {
        var path = _folder.Add("a.txt");
        await UploadAsync(path);
        _folder.Add("b.txt");

        var invocation = await UploadAsync(_folder.Path, "--json");

        Assert.Equal(
            [$"{_prefix}/a.txt unchanged", $"{_prefix}/b.txt uploaded"],
            invocation.JsonLines.Select(line => $"{line.GetProperty("blob").GetString()} {line.GetProperty("state").GetString()}").Order(StringComparer.Ordinal));
        Assert.All(invocation.JsonLines, line => Assert.NotEmpty(line.GetProperty("etag").GetString()!));
    }

    [Fact]
    public async Task Upload_NameThatIsRefused_SendsNothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Names cannot have a backslash.");
        _folder.Add("a.txt");
        _folder.Add("b\\c.txt");

        var invocation = await UploadAsync(_folder.Path);

        Assert.Equal(1, await invocation.Command);
        Assert.Contains("backslash", Assert.Single(invocation.Error.Lines), StringComparison.Ordinal);
        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task Upload_FileThatCannotBeRead_FailsAndSendsTheOthers()
    {
        _folder.Add("a.txt");
        using var holder = new FileStream(_folder.Add("b.txt"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        var invocation = await UploadAsync(_folder.Path);

        Assert.Equal(1, await invocation.Command);
        Assert.Contains("b.txt was not uploaded", Assert.Single(invocation.Error.Lines), StringComparison.Ordinal);
        Assert.Contains("Uploaded 1 file", invocation.Out.Text, StringComparison.Ordinal);
        Assert.Contains("1 failed", invocation.Out.Text, StringComparison.Ordinal);
        Assert.Equal($"{_prefix}/a.txt", Assert.Single(await ListAsync()).Name);
    }

    [Fact]
    public async Task Upload_NoStorageAnswers_SaysSoInOneLine()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var connection = $"DefaultEndpointsProtocol=http;AccountName=a;AccountKey=a2V5;BlobEndpoint=http://127.0.0.1:{port}/a;";

        var invocation = await Invocation.RunAsync("upload", _folder.Add("a.txt"), "--to", connection);

        Assert.Equal(1, await invocation.Command);
        Assert.StartsWith($"pipeline: No storage answers at http://127.0.0.1:{port}/a.", Assert.Single(invocation.Error.Lines), StringComparison.Ordinal);
        Assert.DoesNotContain("a2V5", invocation.Error.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_WrongKey_SaysSoInOneLine()
    {
        var wrong = azurite.ConnectionString.Replace("AccountKey=E", "AccountKey=F", StringComparison.Ordinal);

        var invocation = await Invocation.RunAsync("upload", _folder.Add("a.txt"), "--to", wrong);

        Assert.Equal(1, await invocation.Command);
        Assert.Contains("does not let you write (AuthorizationFailure)", Assert.Single(invocation.Error.Lines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("AccountName=only")]
    [InlineData("http://example.blob.core.windows.net")]
    [InlineData("https://")]
    public async Task Upload_ConnectionThatCannotBeRead_SaysSoWithoutRepeatingIt(string connection)
    {
        var invocation = await Invocation.RunAsync("upload", _folder.Add("a.txt"), "--to", connection);

        Assert.Equal(1, await invocation.Command);
        Assert.DoesNotContain(connection, Assert.Single(invocation.Error.Lines), StringComparison.Ordinal);
    }

    private Task<Invocation> UploadAsync(string path, params string[] options) =>
        Invocation.RunAsync(["upload", path, "--prefix", _prefix, "--to", azurite.ConnectionString, .. options]);

    private async Task<List<BlobItem>> ListAsync()
    {
        var container = new BlobContainerClient(azurite.ConnectionString, "articles");
        return await container.ExistsAsync(TestContext.Current.CancellationToken)
            ? await container
                .GetBlobsAsync(new GetBlobsOptions { Prefix = _prefix }, TestContext.Current.CancellationToken)
                .ToListAsync(TestContext.Current.CancellationToken)
            : [];
    }

    private string ETag(IEnumerable<BlobItem> blobs, string name) =>
        blobs.Single(blob => blob.Name == $"{_prefix}/{name}").Properties.ETag.ToString()!;
}
