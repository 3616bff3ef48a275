using Azure.Storage.Blobs;
using Microsoft.Extensions.Time.Testing;
using Pipeline.Testing;
using Xunit;

namespace Pipeline.LocalHost.Tests.Hosting;

/// <summary>A host that is told of blobs as they are written looks at their container at its start, and seldom after.</summary>
public sealed class ToldBlobTests(AzuriteFixture azurite) : IAsyncDisposable
{
    private readonly TestApp _app = new(azurite);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Blob_Written_RunsWithoutAnotherLook()
    {
        await StartAsync();

        await _app.UploadAsync("a.txt", "one");
        await _app.Recorder.WaitForAsync(1);
        await _app.UploadAsync("a.txt", "two");
        await _app.Recorder.WaitForAsync(2);

        Assert.Equal(["a.txt=one", "a.txt=two"], _app.Recorder.Runs);
        Assert.All(_app.Executions, execution => Assert.Equal(FunctionOutcome.Succeeded, execution.Outcome));
    }

    [Fact]
    public async Task Blob_ThereBeforeTheStart_Runs()
    {
        await _app.Files.CreateAsync(cancellationToken: TestContext.Current.CancellationToken);
        await _app.UploadAsync("a.txt", "one");

        await StartAsync();

        await _app.Recorder.WaitForAsync(1);
    }

    [Fact]
    public async Task Blob_WrittenManyTimesMeanwhile_EndsWithItsNewestContent()
    {
        _app.Recorder.OnRun = (_, token) => Task.Delay(20, token);
        await StartAsync();

        for (var version = 0; version < 20; version++)
        {
            await _app.UploadAsync("a.txt", $"{version}");
        }

        await Recorder.WaitUntilAsync(() => Task.FromResult(_app.Recorder.Runs is [.., "a.txt=19"]));
    }

    [Fact]
    public async Task Blob_OfAnotherPath_DoesNotRun()
    {
        await StartAsync(typeof(BlobStreamFunctions));

        await _app.UploadAsync("elsewhere.txt", "one");
        await _app.UploadAsync("text/b", "two");
        await _app.Recorder.WaitForAsync(1);

        Assert.Equal(["text=two"], _app.Recorder.Runs);
    }

    [Fact]
    public async Task Blob_DoneBeforeARestart_DoesNotRunAgain()
    {
        var first = await StartAsync();
        await _app.UploadAsync("done.txt", "one");
        await Recorder.WaitUntilAsync(async () => (await _app.ReceiptsAsync()).Count == 1);
        await first.StopAsync(TestContext.Current.CancellationToken);

        await StartAsync();
        await _app.UploadAsync("new.txt", "two");
        await _app.Recorder.WaitForAsync(2);

        Assert.Equal(["done.txt=one", "new.txt=two"], _app.Recorder.Runs);
    }

    [Fact]
    public async Task Blob_OfAServiceThatNobodyTellsOf_IsLookedFor()
    {
        var writes = new BlobWrites();
        writes.Begin(new Uri("http://127.0.0.1:1/devstoreaccount1"));
        await _app.StartAsync([typeof(BlobFunctions)], options => options with { BlobWrites = writes });

        await _app.UploadAsync("a.txt", "one");

        await _app.Recorder.WaitForAsync(1);
    }

    [Fact]
    public async Task Blob_ThatNobodyToldOf_IsFoundByTheNextLook()
    {
        var writes = new BlobWrites();
        writes.Begin(new BlobServiceClient(azurite.ConnectionString).Uri);
        var time = new FakeTimeProvider();
        await _app.StartAsync([typeof(BlobFunctions)], options => options with { BlobWrites = writes, TimeProvider = time });
        await _app.UploadAsync("a.txt", "one");

        time.Advance(TimeSpan.FromMinutes(4));
        await Task.Delay(TimeSpan.FromMilliseconds(300), TestContext.Current.CancellationToken);
        Assert.Empty(_app.Recorder.Runs);
        time.Advance(TimeSpan.FromMinutes(1));
        await _app.Recorder.WaitForAsync(1);
    }

    [Fact]
    public async Task Blob_AfterNobodyTellsAnyMore_IsLookedFor()
    {
        var writes = new BlobWrites();
        writes.Begin(new BlobServiceClient(azurite.ConnectionString).Uri);
        var time = new FakeTimeProvider();
        await _app.StartAsync([typeof(BlobFunctions)], options => options with { BlobWrites = writes, TimeProvider = time });
        await _app.UploadAsync("a.txt", "one");

        // Told, though of nothing: the next look is in five minutes.
        time.Advance(TimeSpan.FromMinutes(1));
        await Task.Delay(TimeSpan.FromMilliseconds(300), TestContext.Current.CancellationToken);
        Assert.Empty(_app.Recorder.Runs);
        writes.End();
        time.Advance(TimeSpan.FromMinutes(4));
        await _app.Recorder.WaitForAsync(1);

        // By then it is looked at as often as ever.
        await _app.UploadAsync("b.txt", "two");
        var looks = 0;
        await Recorder.WaitUntilAsync(() =>
        {
            time.Advance(TimeSpan.FromMilliseconds(200));
            return Task.FromResult(_app.Recorder.Runs.Count == 2 || ++looks > 1_000);
        });
        Assert.Equal(["a.txt=one", "b.txt=two"], _app.Recorder.Runs);
    }

    private Task<LocalFunctionHost> StartAsync(Type? functions = null) => _app.StartAsync(
        [functions ?? typeof(BlobFunctions)], options => options with { BlobWrites = azurite.Writes, BlobScanInterval = TimeSpan.FromHours(1) });
}
