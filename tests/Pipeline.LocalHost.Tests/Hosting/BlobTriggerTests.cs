using System.Text.Json;
using Azure.Storage.Queues;
using Pipeline.Testing;
using Xunit;

namespace Pipeline.LocalHost.Tests.Hosting;

public sealed class BlobTriggerTests(AzuriteFixture azurite) : IAsyncDisposable
{
    private readonly TestApp _app = new(azurite);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Blob_New_RunsOnceAndLeavesOneReceipt()
    {
        await _app.StartAsync([typeof(BlobFunctions)]);

        await _app.UploadAsync("a.txt", "one");
        await _app.Recorder.WaitForAsync(1);
        await ReceiptsBecomeAsync("a.txt");
        await SeveralScansAsync();

        Assert.Equal(["a.txt=one"], _app.Recorder.Runs);
        var execution = Assert.Single(_app.Executions);
        Assert.Equal(("RecordBlob", $"{_app.Container}/a.txt"), (execution.Function, execution.Subject));
        Assert.Equal(FunctionOutcome.Succeeded, execution.Outcome);
    }

    [Fact]
    public async Task Blob_Changed_RunsAgainAndSupersedesItsReceipt()
    {
        await _app.StartAsync([typeof(BlobFunctions)]);
        await _app.UploadAsync("a.txt", "one");
        await ReceiptsBecomeAsync("a.txt");
        var before = await _app.ReceiptsAsync();

        await _app.UploadAsync("a.txt", "two");
        await _app.Recorder.WaitForAsync(2);
        await Recorder.WaitUntilAsync(async () => await _app.ReceiptsAsync() is [var only] && only != before[0]);

        Assert.Equal(["a.txt=one", "a.txt=two"], _app.Recorder.Runs);
    }

    [Fact]
    public async Task Blob_ThereBeforeTheStart_Runs()
    {
        await _app.Files.CreateAsync(cancellationToken: TestContext.Current.CancellationToken);
        await _app.UploadAsync("a.txt", "one");

        await _app.StartAsync([typeof(BlobFunctions)]);

        await _app.Recorder.WaitForAsync(1);
    }

    [Fact]
    public async Task Blob_DoneBeforeARestart_DoesNotRunAgain()
    {
        var first = await _app.StartAsync([typeof(BlobFunctions)]);
        await _app.UploadAsync("done.txt", "one");
        await ReceiptsBecomeAsync("done.txt");
        await first.StopAsync(TestContext.Current.CancellationToken);

        await _app.StartAsync([typeof(BlobFunctions)]);
        await _app.UploadAsync("new.txt", "two");
        await _app.Recorder.WaitForAsync(2);
        await SeveralScansAsync();

        Assert.Equal(["done.txt=one", "new.txt=two"], _app.Recorder.Runs);
    }

    [Fact]
    public async Task Blob_HostStoppedWhileItRan_RunsAgainAtTheNextStart()
    {
        _app.Recorder.OnRun = (_, token) => Task.Delay(Timeout.Infinite, token);
        var first = await _app.StartAsync([typeof(BlobFunctions)]);
        await _app.UploadAsync("a.txt", "one");
        await _app.Recorder.WaitForAsync(1);
        await first.StopAsync(TestContext.Current.CancellationToken);
        var receipts = await _app.ReceiptsAsync();
        _app.Recorder.OnRun = (_, _) => Task.CompletedTask;

        await _app.StartAsync([typeof(BlobFunctions)]);
        await _app.Recorder.WaitForAsync(2);

        Assert.Empty(receipts);
        Assert.Equal(FunctionOutcome.Stopped, _app.Executions.First().Outcome);
    }

    [Fact]
    public async Task Blob_AlwaysFailing_GoesToThePoisonQueueAfterItsTries()
    {
        _app.Recorder.OnRun = (_, _) => throw new InvalidOperationException("It always fails.");
        await _app.StartAsync([typeof(BlobFunctions)]);

        await _app.UploadAsync("bad ü#?%.txt", "one");
        await ReceiptsBecomeAsync("bad ü#?%.txt");
        await SeveralScansAsync();

        Assert.Equal(3, _app.Recorder.Runs.Count);
        var poison = await PoisonOfThisTestAsync();
        var etag = (await _app.Files.GetBlobClient("bad ü#?%.txt").GetPropertiesAsync(
            cancellationToken: TestContext.Current.CancellationToken)).Value.ETag.ToString("H");
        Assert.Equal("BlobTrigger", poison.GetProperty("Type").GetString());
        Assert.Equal("Host.Functions.RecordBlob", poison.GetProperty("FunctionId").GetString());
        Assert.Equal("BlockBlob", poison.GetProperty("BlobType").GetString());
        Assert.Equal("bad ü#?%.txt", poison.GetProperty("BlobName").GetString());
        Assert.Equal(etag, poison.GetProperty("ETag").GetString());
    }

    [Fact]
    public async Task Blob_FailingOnce_RunsAgainAndOthersDoNotWait()
    {
        _app.Queues = """ "visibilityTimeout": "00:00:03" """;
        _app.Recorder.OnRun = (run, _) => run.StartsWith("bad", StringComparison.Ordinal) && _app.Recorder.Runs.Count == 1
            ? throw new InvalidOperationException("It fails once.")
            : Task.CompletedTask;
        await _app.StartAsync([typeof(BlobFunctions)]);

        await _app.UploadAsync("bad", "1");
        await _app.Recorder.WaitForAsync(1);
        await _app.UploadAsync("good", "2");
        await _app.Recorder.WaitForAsync(3);

        Assert.Equal(["bad=1", "good=2", "bad=1"], _app.Recorder.Runs);
    }

    [Fact]
    public async Task Blob_ChangedWhileItsRetryWaits_RunsTheNewContentAtOnce()
    {
        _app.Queues = """ "visibilityTimeout": "00:10:00" """;
        _app.Recorder.OnRun = (run, _) => run is "a=old"
            ? throw new InvalidOperationException("The old content fails.")
            : Task.CompletedTask;
        await _app.StartAsync([typeof(BlobFunctions)]);

        await _app.UploadAsync("a", "old");
        await _app.Recorder.WaitForAsync(1);
        await _app.UploadAsync("a", "new");
        await _app.Recorder.WaitForAsync(2);

        Assert.Equal(["a=old", "a=new"], _app.Recorder.Runs);
    }

    [Fact]
    public async Task Blob_TakingTooLong_IsCancelledAndCounted()
    {
        _app.FunctionTimeout = "00:00:00.3";
        _app.Blobs = """ "poisonBlobThreshold": 2 """;
        _app.Recorder.OnRun = (_, token) => Task.Delay(Timeout.Infinite, token);
        await _app.StartAsync([typeof(BlobFunctions)]);

        await _app.UploadAsync("slow.txt", "one");
        await ReceiptsBecomeAsync("slow.txt");

        Assert.Equal([FunctionOutcome.TimedOut, FunctionOutcome.TimedOut], _app.Executions.Select(e => e.Outcome));
        await PoisonOfThisTestAsync();
    }

    [Fact]
    public async Task Blobs_Many_RunInParallelWithinTheBound()
    {
        _app.Blobs = """ "maxDegreeOfParallelism": 4 """;
        var counts = new Lock();
        var fourAtOnce = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = 0;
        var most = 0;
        _app.Recorder.OnRun = async (_, token) =>
        {
            lock (counts)
            {
                most = Math.Max(most, ++running);
                if (running == 4)
                {
                    fourAtOnce.TrySetResult();
                }
            }

            await fourAtOnce.Task.WaitAsync(token);
            await Task.Delay(50, token);
            lock (counts)
            {
                running--;
            }
        };
        await _app.Files.CreateAsync(cancellationToken: TestContext.Current.CancellationToken);
        await Task.WhenAll(Enumerable.Range(0, 24).Select(i => _app.UploadAsync($"{i}.txt", "x")));

        await _app.StartAsync([typeof(BlobFunctions)]);
        await _app.Recorder.WaitForAsync(24);

        Assert.Equal(4, most);
        Assert.Equal(24, _app.Recorder.Runs.Distinct().Count());
    }

    [Fact]
    public async Task Blob_Deleted_LeavesNoReceipt()
    {
        await _app.StartAsync([typeof(BlobFunctions)]);
        await _app.UploadAsync("a.txt", "one");
        await ReceiptsBecomeAsync("a.txt");

        await _app.Files.DeleteBlobAsync("a.txt", cancellationToken: TestContext.Current.CancellationToken);

        await ReceiptsBecomeAsync();
    }

    [Fact]
    public async Task Container_DeletedWhileRunning_IsMadeAgain()
    {
        await _app.StartAsync([typeof(BlobFunctions)]);

        await _app.Files.DeleteAsync(cancellationToken: TestContext.Current.CancellationToken);
        await Recorder.WaitUntilAsync(async () => await _app.Files.ExistsAsync(TestContext.Current.CancellationToken));
        await _app.UploadAsync("a.txt", "one");

        await _app.Recorder.WaitForAsync(1);
    }

    [Fact]
    public async Task Blob_LongestName_RunsOnceAlsoAfterARestart()
    {
        var name = new string('n', 1000) + "/ü#?% end.txt";
        var first = await _app.StartAsync([typeof(BlobFunctions)]);
        await _app.UploadAsync(name, "one");
        await Recorder.WaitUntilAsync(async () => (await _app.ReceiptsAsync()).Count == 1);
        await first.StopAsync(TestContext.Current.CancellationToken);

        await _app.StartAsync([typeof(BlobFunctions)]);
        await SeveralScansAsync();

        Assert.Equal([name + "=one"], _app.Recorder.Runs);
        Assert.Single(await _app.ReceiptsAsync());
    }

    [Fact]
    public async Task Blob_TakenAsStreamStringOrBytes_GivesItsContent()
    {
        await _app.StartAsync([typeof(BlobStreamFunctions)]);

        await _app.UploadAsync("in/a/b.txt", "one");
        await _app.UploadAsync("text/c", "two");
        await _app.UploadAsync("bytes/d", "three");
        await _app.UploadAsync("elsewhere.txt", "four");
        await _app.Recorder.WaitForAsync(3);

        Assert.Equal(["a/b=one", "bytes=5", "text=two"], _app.Recorder.Runs.Order(StringComparer.Ordinal));
        Assert.Contains(_app.Log.Lines, line => line.Contains("RecordEvent is skipped", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Function_Disabled_DoesNotRun()
    {
        _app.Settings["AzureWebJobs.RecordStream.Disabled"] = "1";
        var host = await _app.StartAsync([typeof(BlobStreamFunctions)]);

        await _app.UploadAsync("in/a.txt", "one");
        await _app.UploadAsync("text/b", "two");
        await _app.Recorder.WaitForAsync(1);
        await SeveralScansAsync();

        Assert.Equal(["text=two"], _app.Recorder.Runs);
        Assert.True(host.Functions.Single(f => f.Name == "RecordStream").IsDisabled);
    }

    // Long enough for what must not happen to have happened.
    private static Task SeveralScansAsync() => Task.Delay(700, TestContext.Current.CancellationToken);

    private Task ReceiptsBecomeAsync(params string[] names) =>
        Recorder.WaitUntilAsync(async () =>
            (await _app.ReceiptsAsync())
                .Select(receipt => receipt[(receipt.IndexOf(_app.Container, StringComparison.Ordinal) + _app.Container.Length + 1)..])
                .SequenceEqual(names));

    private async Task<JsonElement> PoisonOfThisTestAsync()
    {
        var queue = new QueueClient(azurite.ConnectionString, "webjobs-blobtrigger-poison");
        JsonElement? found = null;
        await Recorder.WaitUntilAsync(async () =>
        {
            // Other tests' messages are left to them.
            var messages = await queue.ReceiveMessagesAsync(
                32, TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
            foreach (var message in messages.Value)
            {
                var json = JsonElement.Parse(Convert.FromBase64String(message.Body.ToString()));
                if (json.GetProperty("ContainerName").GetString() == _app.Container)
                {
                    Assert.Null(found);
                    found = json;
                    await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, TestContext.Current.CancellationToken);
                }
            }

            return found is not null;
        });
        return found!.Value;
    }
}
