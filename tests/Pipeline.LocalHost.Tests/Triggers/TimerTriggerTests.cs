using Microsoft.Extensions.Time.Testing;
using Pipeline.LocalHost.Tests.Hosting;
using Pipeline.Testing;
using Xunit;

namespace Pipeline.LocalHost.Tests.Triggers;

public sealed class TimerTriggerTests(AzuriteFixture azurite) : IAsyncDisposable
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 1, 0, TimeSpan.Zero));
    private readonly TestApp _app = new(azurite);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Timer_TimeGoesOn_RunsAtItsTimesOnly()
    {
        await StartAsync();

        await AdvanceAsync(TimeSpan.FromSeconds(230));
        var early = _app.Recorder.Runs.Count;
        await AdvanceToRunAsync(TimeSpan.FromSeconds(10), 1);
        await AdvanceToRunAsync(TimeSpan.FromMinutes(5), 2);

        Assert.Equal(0, early);
        Assert.Equal(
            ["2026-01-01T00:05:00Z", "2026-01-01T00:10:00Z"], _app.Executions.Select(e => e.Subject));
        Assert.Equal(["late=False", "late=False"], _app.Recorder.Runs);
    }

    [Fact]
    public async Task Timer_MachineSlept_RunsOnceAndLate()
    {
        await StartAsync();

        _time.Advance(TimeSpan.FromHours(1));
        await _app.Recorder.WaitForAsync(1);
        await AdvanceAsync(TimeSpan.FromMinutes(3));

        Assert.Equal(["late=True"], _app.Recorder.Runs);
    }

    [Fact]
    public async Task Timer_RunTakesLongerThanThePeriod_DoesNotOverlap()
    {
        var release = new TaskCompletionSource();
        _app.Recorder.OnRun = (_, _) => release.Task;
        _app.FunctionTimeout = "-1";
        await StartAsync();

        await AdvanceUntilRunsAsync(1);
        await AdvanceAsync(TimeSpan.FromMinutes(12));
        var during = _app.Recorder.Runs.Count;
        release.SetResult();
        await AdvanceUntilRunsAsync(2);

        Assert.Equal(1, during);
        Assert.Equal("2026-01-01T00:20:00Z", _app.Executions.Last().Subject);
    }

    private async Task StartAsync()
    {
        await _app.StartAsync([typeof(TickFunctions)], options => options with { TimeProvider = _time });
        await SettleAsync();
    }

    // Lets the listener take up its next wait before time goes on.
    private static Task SettleAsync() => Task.Delay(20, TestContext.Current.CancellationToken);

    private async Task AdvanceAsync(TimeSpan time)
    {
        for (var rest = time; rest > TimeSpan.Zero; rest -= TimeSpan.FromSeconds(30))
        {
            _time.Advance(rest < TimeSpan.FromSeconds(30) ? rest : TimeSpan.FromSeconds(30));
            await SettleAsync();
        }
    }

    // To the second when it is due, so that it is not late however long the machine takes.
    private async Task AdvanceToRunAsync(TimeSpan time, int count)
    {
        _time.Advance(time);
        await Recorder.WaitUntilAsync(() => Task.FromResult(_app.Executions.Count == count));
        await SettleAsync();
    }

    private async Task AdvanceUntilRunsAsync(int count)
    {
        while (_app.Executions.Count < count && _app.Recorder.Runs.Count < count)
        {
            await AdvanceAsync(TimeSpan.FromSeconds(10));
        }

        await SettleAsync();
    }
}
