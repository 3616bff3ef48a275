using Microsoft.Extensions.Time.Testing;
using Pipeline.Testing;
using Xunit;

namespace Pipeline.LocalHost.Tests.Hosting;

public sealed class QueueTriggerTests(AzuriteFixture azurite) : IAsyncDisposable
{
    private readonly TestApp _app = new(azurite);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Messages_Many_EachRunsOnceInItsOwnScopeAndIsDeleted()
    {
        await _app.StartAsync([typeof(QueueFunctions)]);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => _app.SendAsync("first", TestApp.Base64($"m{i}"))));
        await _app.Recorder.WaitForAsync(50);
        await Recorder.WaitUntilAsync(async () => await _app.CountAsync("first") == 0);

        var runs = _app.Recorder.Runs.Select(run => run.Split('#')).ToList();
        Assert.Equal(50, runs.Select(run => run[0]).Distinct().Count());
        Assert.All(runs, run => Assert.Equal("1", run[1]));
        Assert.Equal(50, runs.Select(run => run[2]).Distinct().Count());
    }

    [Fact]
    public async Task Message_TakenAsStringOrData_GivesItsBody()
    {
        await _app.StartAsync([typeof(BodyFunctions)]);

        await _app.SendAsync("first", TestApp.Base64("één"));
        await _app.SendAsync("second", TestApp.Base64("two"));
        await _app.Recorder.WaitForAsync(2);

        Assert.Equal(["data=two", "text=één"], _app.Recorder.Runs.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Message_AlwaysFailing_GoesToPoisonByteForByteAfterItsTries()
    {
        _app.Recorder.OnRun = (_, _) => throw new InvalidOperationException("It always fails.");
        await _app.StartAsync([typeof(QueueFunctions)]);
        var body = TestApp.Base64("""{"articleId":"ü"}""");

        await _app.SendAsync("first", body);
        await Recorder.WaitUntilAsync(async () => (await _app.PeekAsync("first-poison")).Count > 0);
        await Recorder.WaitUntilAsync(async () => await _app.CountAsync("first") == 0);

        Assert.Equal([1, 2, 3], _app.Recorder.Runs.Select(run => int.Parse(run.Split('#')[1], null)));
        Assert.Equal([body], await _app.PeekAsync("first-poison"));
        Assert.DoesNotContain(_app.Log.Lines, line => line.Contains("articleId", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Message_FailingOnce_ComesAgainAfterTheVisibilityTimeout()
    {
        _app.Queues = """ "visibilityTimeout": "00:00:02", "maxPollingInterval": "00:00:00.1" """;
        long failed = 0;
        var waited = TimeSpan.Zero;
        _app.Recorder.OnRun = (run, _) =>
        {
            if (run.Contains("#1#", StringComparison.Ordinal))
            {
                failed = TimeProvider.System.GetTimestamp();
                throw new InvalidOperationException("It fails once.");
            }

            waited = TimeProvider.System.GetElapsedTime(failed);
            return Task.CompletedTask;
        };
        await _app.StartAsync([typeof(QueueFunctions)]);

        await _app.SendAsync("first", TestApp.Base64("m"));
        await Recorder.WaitUntilAsync(() => Task.FromResult(_app.Executions.Count == 2));

        // The service counts in whole seconds.
        Assert.InRange(waited, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Message_NotBase64_GoesToPoisonByItself()
    {
        const string Malformed = "<not> base64 & \"raw\"";
        await _app.SendAsync("first", TestApp.Base64("before"));
        await _app.SendAsync("first", Malformed);
        await _app.SendAsync("first", TestApp.Base64("after"));

        await _app.StartAsync([typeof(QueueFunctions)]);
        await _app.Recorder.WaitForAsync(2);
        await Recorder.WaitUntilAsync(async () => await _app.CountAsync("first") == 0);

        Assert.Equal(["after#1", "before#1"], _app.Recorder.Runs.Select(run => run[..run.LastIndexOf('#')]).Order(StringComparer.Ordinal));
        Assert.Equal([Malformed], await _app.PeekAsync("first-poison"));
        Assert.DoesNotContain(_app.Log.Lines, line => line.Contains("raw", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Message_EncodingNone_IsTakenAsItIs()
    {
        _app.Queues = """ "messageEncoding": "none" """;
        await _app.StartAsync([typeof(BodyFunctions)]);

        await _app.SendAsync("first", """{"plain":"<text>"}""");
        await _app.Recorder.WaitForAsync(1);

        Assert.Equal(["""text={"plain":"<text>"}"""], _app.Recorder.Runs);
    }

    [Fact]
    public async Task Message_FailingInAPoisonQueue_GoesToNoFurtherQueueAndIsKept()
    {
        _app.Queues = """ "maxDequeueCount": 1 """;
        _app.Recorder.OnRun = (_, _) => throw new InvalidOperationException("It always fails.");
        await _app.StartAsync(
            [typeof(PoisonQueueFunctions)], options => options with { InFlightVisibility = TimeSpan.FromSeconds(1) });

        await _app.SendAsync("first-poison", TestApp.Base64("m"));
        await _app.Recorder.WaitForAsync(2);

        Assert.Equal(1, await _app.CountAsync("first-poison"));
        Assert.False(await _app.Queue("first-poison-poison").ExistsAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Message_TakingTooLong_IsCancelledAndCounted()
    {
        _app.FunctionTimeout = "00:00:00.3";
        _app.Queues = """ "maxDequeueCount": 2 """;
        _app.Recorder.OnRun = (_, token) => Task.Delay(Timeout.Infinite, token);
        await _app.StartAsync([typeof(QueueFunctions)]);

        await _app.SendAsync("first", TestApp.Base64("m"));
        await Recorder.WaitUntilAsync(async () => (await _app.PeekAsync("first-poison")).Count == 1);

        Assert.Equal([FunctionOutcome.TimedOut, FunctionOutcome.TimedOut], _app.Executions.Select(e => e.Outcome));
    }

    [Fact]
    public async Task Message_RunningLongerThanItsVisibility_IsKeptHidden()
    {
        _app.Recorder.OnRun = (_, token) => Task.Delay(TimeSpan.FromSeconds(4), token);
        await _app.StartAsync(
            [typeof(QueueFunctions)], options => options with { InFlightVisibility = TimeSpan.FromSeconds(3) });

        await _app.SendAsync("first", TestApp.Base64("m"));
        await Recorder.WaitUntilAsync(() => Task.FromResult(_app.Executions.Count == 1));
        await Recorder.WaitUntilAsync(async () => await _app.CountAsync("first") == 0);

        Assert.Single(_app.Recorder.Runs);
    }

    [Fact]
    public async Task Message_TriedTooOftenByHostsThatDied_GoesToPoisonWithoutARun()
    {
        _app.Queues = """ "maxDequeueCount": 1 """;
        var body = TestApp.Base64("m");
        await _app.SendAsync("first", body);
        await _app.Queue("first").ReceiveMessageAsync(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);

        await _app.StartAsync([typeof(QueueFunctions)]);
        await Recorder.WaitUntilAsync(async () => (await _app.PeekAsync("first-poison")).Count == 1);

        Assert.Empty(_app.Recorder.Runs);
        Assert.Equal([body], await _app.PeekAsync("first-poison"));
    }

    [Fact]
    public async Task Messages_MoreThanTheBounds_RunInParallelWithinThem()
    {
        _app.Queues = """ "batchSize": 4, "newBatchThreshold": 2 """;
        var running = 0;
        var most = 0;
        _app.Recorder.OnRun = async (_, token) =>
        {
            var now = Interlocked.Increment(ref running);
            InterlockedMax(ref most, now);
            await Task.Delay(100, token);
            Interlocked.Decrement(ref running);
        };
        await Task.WhenAll(Enumerable.Range(0, 30).Select(i => _app.SendAsync("first", TestApp.Base64($"m{i}"))));

        await _app.StartAsync([typeof(QueueFunctions)]);
        await _app.Recorder.WaitForAsync(30);

        Assert.InRange(most, 4, 6);
    }

    [Fact]
    public async Task Message_EnqueuedByAFunction_IsTakenWhenTheFunctionEnds()
    {
        // Time stands still, so that a pause can only end by the other function's end.
        var time = new FakeTimeProvider();
        _app.Queues = """ "maxPollingInterval": "00:10:00" """;
        var host = await _app.StartAsync([typeof(ForwardFunctions)], options => options with { TimeProvider = time });
        await Task.Delay(200, TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromMilliseconds(50));

        using var client = new HttpClient { BaseAddress = host.Address };
        using var response = await client.PostAsync("api/Forward", content: null, TestContext.Current.CancellationToken);
        await _app.Recorder.WaitForAsync(1);

        Assert.Equal(["forwarded"], _app.Recorder.Runs);
        time.Advance(TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task Queue_DeletedWhileRunning_IsMadeAgain()
    {
        await _app.StartAsync([typeof(QueueFunctions)]);

        await _app.Queue("first").DeleteAsync(TestContext.Current.CancellationToken);
        await Recorder.WaitUntilAsync(async () => await _app.Queue("first").ExistsAsync(TestContext.Current.CancellationToken));
        await _app.SendAsync("first", TestApp.Base64("m"));

        await _app.Recorder.WaitForAsync(1);
    }

    [Fact]
    public async Task Function_Disabled_LeavesItsQueueAlone()
    {
        _app.Settings["AzureWebJobs.AsText.Disabled"] = "true";
        await _app.StartAsync([typeof(BodyFunctions)]);

        await _app.SendAsync("first", TestApp.Base64("one"));
        await _app.SendAsync("second", TestApp.Base64("two"));
        await _app.Recorder.WaitForAsync(1);

        Assert.Equal(["data=two"], _app.Recorder.Runs);
        Assert.Single(await _app.PeekAsync("first"));
    }

    private static void InterlockedMax(ref int target, int value)
    {
        int seen;
        while (value > (seen = Volatile.Read(ref target)))
        {
            Interlocked.CompareExchange(ref target, value, seen);
        }
    }
}
