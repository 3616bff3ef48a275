using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Pipeline.Testing;
using Xunit;

namespace Pipeline.LocalHost.Tests.Hosting;

public sealed class OutageTests : IAsyncDisposable
{
    // The account of the storage emulator, the same everywhere.
    private const string Account = "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;"
        + "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;";

    private readonly TestApp _app;
    private readonly TcpProxy _blobs;
    private readonly TcpProxy _queues;

    public OutageTests(AzuriteFixture azurite)
    {
        _app = new TestApp(azurite);
        _blobs = new TcpProxy(new BlobServiceClient(azurite.ConnectionString).Uri.Port);
        _queues = new TcpProxy(new QueueServiceClient(azurite.ConnectionString).Uri.Port);
        _app.HostConnection = Account
            + $"BlobEndpoint=http://127.0.0.1:{_blobs.Port}/devstoreaccount1;"
            + $"QueueEndpoint=http://127.0.0.1:{_queues.Port}/devstoreaccount1;";
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _blobs.DisposeAsync();
        await _queues.DisposeAsync();
    }

    [Fact]
    public async Task Outage_WhileListening_IsLoggedOnceAndLosesNothing()
    {
        await _app.StartAsync([typeof(BlobFunctions), typeof(QueueFunctions)]);

        Break();
        await _app.UploadAsync("a.txt", "one");
        await _app.SendAsync("first", TestApp.Base64("m"));
        await Recorder.WaitUntilAsync(() => Task.FromResult(Lines("does not answer").Count() == 2));
        await Task.Delay(3000, TestContext.Current.CancellationToken);
        Mend();
        await _app.Recorder.WaitForAsync(2);
        await Recorder.WaitUntilAsync(() => Task.FromResult(Lines("answers again").Count() == 2));

        Assert.Equal(2, Lines("does not answer").Count());
        Assert.Equal(2, _app.Recorder.Runs.Count);
    }

    [Fact]
    public async Task Outage_WhileAFunctionRuns_DoesNotRunItTwice()
    {
        var release = new TaskCompletionSource();
        _app.Recorder.OnRun = (_, _) => release.Task;
        await _app.StartAsync([typeof(BlobFunctions), typeof(QueueFunctions)]);
        await _app.UploadAsync("a.txt", "one");
        await _app.SendAsync("first", TestApp.Base64("m"));
        await _app.Recorder.WaitForAsync(2);

        Break();
        release.SetResult();
        await Task.Delay(1500, TestContext.Current.CancellationToken);
        Mend();
        await Recorder.WaitUntilAsync(async () => await _app.CountAsync("first") == 0);
        await Recorder.WaitUntilAsync(async () => (await _app.ReceiptsAsync()).Count == 1);

        Assert.Equal(2, _app.Recorder.Runs.Count);
    }

    [Fact]
    public async Task Outage_ThatMakesABlobFunctionFail_IsNotTheBlobsFault()
    {
        _app.Blobs = """ "poisonBlobThreshold": 1 """;
        var isAway = true;
        _app.Recorder.OnRun = (_, _) =>
        {
            if (isAway)
            {
                isAway = false;
                Break();
                throw new InvalidOperationException("It fails with the storage.");
            }

            return Task.CompletedTask;
        };
        await _app.StartAsync([typeof(BlobFunctions)]);
        await _app.UploadAsync("a.txt", "one");
        await _app.Recorder.WaitForAsync(1);

        await Task.Delay(2500, TestContext.Current.CancellationToken);
        Mend();
        await Recorder.WaitUntilAsync(async () => (await _app.ReceiptsAsync()).Count == 1);

        Assert.Equal([FunctionOutcome.Failed, FunctionOutcome.Succeeded], _app.Executions.Select(e => e.Outcome));
    }

    [Fact]
    public async Task Outage_AtTheStart_IsWaitedFor()
    {
        Break();
        await _app.SendAsync("first", TestApp.Base64("m"));

        var starting = _app.StartAsync([typeof(QueueFunctions)]);
        await Recorder.WaitUntilAsync(() => Task.FromResult(Lines("does not answer").Any()));
        Mend();
        await starting;

        await _app.Recorder.WaitForAsync(1);
    }

    [Fact]
    public async Task Stop_DuringAnOutage_Ends()
    {
        var host = await _app.StartAsync([typeof(BlobFunctions), typeof(QueueFunctions)]);
        Break();
        await Recorder.WaitUntilAsync(() => Task.FromResult(Lines("does not answer").Count() == 2));

        await host.StopAsync(TestContext.Current.CancellationToken);

        Assert.DoesNotContain(_app.Log.Lines, line => line.Contains("did not end", StringComparison.Ordinal));
    }

    private IEnumerable<string> Lines(string text) =>
        _app.Log.Lines.Where(line => line.Contains(text, StringComparison.Ordinal));

    private void Break()
    {
        _blobs.Break();
        _queues.Break();
    }

    private void Mend()
    {
        _blobs.Mend();
        _queues.Mend();
    }
}
