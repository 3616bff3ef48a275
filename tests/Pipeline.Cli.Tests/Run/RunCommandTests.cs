using System.Net;
using System.Net.Sockets;
using System.Text;
using Pipeline.Storage.Keys;
using Pipeline.Testing;
using Pipeline.Testing.Archives;
using Xunit;

namespace Pipeline.Cli.Tests.Run;

public sealed class RunCommandTests(AzuriteFixture azurite) : IDisposable
{
    private readonly TestFolder _data = new();
    private readonly TestFolder _files = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _data.Dispose();
        _files.Dispose();
    }

    [Fact]
    public async Task Run_Drop_PrintsTheSummaryAndServesItUntilStopped()
    {
        azurite.RequireAzurite();
        _files.Add("news/storm 1.txt");
        _files.Add("bad.txt", "");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);

        var run = Start(stop.Token, "--drop", _files.Path);
        await run.Out.WaitForAsync("Serving at ", run.Command, Cancelled);
        using var http = new HttpClient();
        var served = await http.GetStringAsync(run.Out.Lines.Single(line => line.EndsWith("/api/summaries/" + ArticleIds.ForFile("news/storm 1.txt"), StringComparison.Ordinal)), Cancelled);
        await stop.CancelAsync();

        Assert.Equal(0, await run.Command);
        Assert.Empty(run.Error.Text);
        Assert.Contains("1 article served in ", run.Out.Text, StringComparison.Ordinal);
        Assert.Contains("1 without a summary.", run.Out.Text, StringComparison.Ordinal);
        Assert.Contains("bad.txt rejected: The file is empty.", run.Out.Text, StringComparison.Ordinal);
        Assert.Contains("The harbour of the island reopened on Tuesday", run.Out.Text, StringComparison.Ordinal);
        Assert.Contains("The harbour of the island reopened on Tuesday", served, StringComparison.Ordinal);
        Assert.Contains(_data.Path, run.Out.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_FilesOfSeveralArticles_PrintsEach()
    {
        azurite.RequireAzurite();
        var article = Encoding.UTF8.GetBytes(TestFolder.Article);
        _files.Add("news.zip", ZipBuilder.Of(("a/storm.txt", article), ("bad.txt", []), ("inner.zip", ZipBuilder.Of(("storm 2.txt.gz", Gzip.Compress(article))))));
        _files.Add("crawl.warc.gz", new WarcBuilder().Response("https://news.example/storm", article).BuildGzip());

        var run = await RunUntilServingAsync("--drop", _files.Path);

        Assert.Contains("3 articles served in ", run.Text, StringComparison.Ordinal);
        Assert.Contains("news.zip: bad.txt rejected: The file is empty.", run.Text, StringComparison.Ordinal);
        Assert.Contains("news.zip: inner.zip/storm 2.txt.gz", run.Text, StringComparison.Ordinal);
        Assert.Contains("crawl.warc.gz: https://news.example/storm", run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Again_KeepsTheDataUnlessFresh()
    {
        azurite.RequireAzurite();
        var path = _files.Add("a.txt");
        var first = await RunUntilServingAsync("--drop", path);

        var again = await RunUntilServingAsync();
        var fresh = await RunUntilServingAsync("--fresh");

        Assert.Contains("1 article served", first.Text, StringComparison.Ordinal);
        Assert.Contains("Harbour reopens", again.Served, StringComparison.Ordinal);
        Assert.DoesNotContain("Harbour reopens", fresh.Served, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ChangedFile_PrintsTheSummaryOfTheChange()
    {
        azurite.RequireAzurite();
        var path = _files.Add("a.txt");
        await RunUntilServingAsync("--drop", path);
        _files.Add("a.txt", TestFolder.Article.Replace("harbour of the island", "airport of the island", StringComparison.Ordinal));

        var second = await RunUntilServingAsync("--drop", path);

        Assert.Contains("The airport of the island reopened", second.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("The harbour of the island reopened", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_SecondOnTheSameData_SaysThatOneRunsAlready()
    {
        azurite.RequireAzurite();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var first = Start(stop.Token);
        await first.Out.WaitForAsync("Serving at ", first.Command, Cancelled);

        var second = await Invocation.RunAsync("run", "--port", "0", "--azurite-port", "0", "--data", _data.Path);

        await stop.CancelAsync();
        Assert.Equal(0, await first.Command);
        Assert.Equal(1, await second.Command);
        Assert.Contains($"A pipeline runs already on the data in {_data.Path}.", Assert.Single(second.Error.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_PortTaken_SaysWhichAndStopsWhatItStarted()
    {
        azurite.RequireAzurite();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var run = await Invocation.RunAsync("run", "--port", $"{port}", "--azurite-port", "0", "--data", _data.Path);

        Assert.Equal(1, await run.Command);
        Assert.Contains($"Port {port}", Assert.Single(run.Error.Lines), StringComparison.Ordinal);
        Assert.Contains("Serving", (await RunUntilServingAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NamedStorage_UsesIt()
    {
        var path = _files.Add("named-storage.txt");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);

        var run = Invocation.Start(stop.Token, "run", "--port", "0", "--storage", azurite.ConnectionString, "--drop", path);
        await run.Out.WaitForAsync("until Ctrl-C", run.Command, Cancelled);
        await stop.CancelAsync();

        Assert.Equal(0, await run.Command);
        Assert.Contains("1 article served", run.Out.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Data ", run.Out.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NamedStorageDoesNotAnswer_SaysSo()
    {
        const string Nowhere = "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=a2V5;BlobEndpoint=http://127.0.0.1:1/a;"
            + "QueueEndpoint=http://127.0.0.1:1/a;TableEndpoint=http://127.0.0.1:1/a";

        var run = await Invocation.RunAsync("run", "--port", "0", "--storage", Nowhere);

        Assert.Equal(1, await run.Command);
        Assert.StartsWith("pipeline: No storage answers at http://127.0.0.1:1/a.", Assert.Single(run.Error.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NamedStorageWithoutTables_SaysSo()
    {
        azurite.RequireAzurite();
        var blobsOnly = string.Join(';', azurite.ConnectionString.Split(';').Where(part => !part.StartsWith("TableEndpoint", StringComparison.Ordinal)))
            + "TableEndpoint=http://127.0.0.1:1/devstoreaccount1;";

        var run = await Invocation.RunAsync("run", "--port", "0", "--storage", blobsOnly);

        Assert.Equal(1, await run.Command);
        Assert.StartsWith("pipeline: The app cannot start on this storage: ", Assert.Single(run.Error.Lines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--storage UseDevelopmentStorage=true --fresh", "do not go with --storage")]
    [InlineData("--storage UseDevelopmentStorage=true --data x", "do not go with --storage")]
    [InlineData("--storage nonsense", "The storage connection cannot be read")]
    [InlineData("--storage https://account.blob.core.windows.net", "takes a connection string")]
    [InlineData("--port 65536", "--port takes a number from 0 to 65535")]
    [InlineData("--port some", "--port takes a number from 0 to 65535")]
    [InlineData("--azurite-port 65535", "--azurite-port takes a number from 0 to 65533")]
    [InlineData("--drop no-such-folder", "There is no file or folder")]
    [InlineData("--smaples", "--smaples")]
    public async Task Run_OptionsThatCannotBe_AreRefusedBeforeAnythingStarts(string options, string expected)
    {
        var run = await Invocation.RunAsync(["run", .. options.Split(' ')]);

        Assert.Equal(1, await run.Command);
        Assert.Contains(expected, run.Error.Text, StringComparison.Ordinal);
    }

    private Invocation Start(CancellationToken cancellationToken, params string[] options) =>
        Invocation.Start(cancellationToken, ["run", "--port", "0", "--azurite-port", "0", "--data", _data.Path, .. options]);

    private async Task<(string Text, string Served)> RunUntilServingAsync(params string[] options)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var run = Start(stop.Token, options);
        await run.Out.WaitForAsync("until Ctrl-C", run.Command, Cancelled);
        using var http = new HttpClient();
        var address = run.Out.Lines.Single(line => line.StartsWith("Serving at ", StringComparison.Ordinal)).Split(' ')[2];
        var served = await http.GetStringAsync(new Uri(address), Cancelled);
        await stop.CancelAsync();
        Assert.Equal(0, await run.Command);
        return (run.Out.Text, served);
    }
}
