using Microsoft.Extensions.Time.Testing;
using Pipeline.LocalHost.Invocation;
using Pipeline.LocalHost.Triggers.Queues;
using Xunit;

namespace Pipeline.LocalHost.Tests.Triggers;

public sealed class PollingPauseTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly WakeSignal _wake = new();

    [Fact]
    public async Task WaitAsync_QueueStaysEmpty_DoublesUpToTheLongest()
    {
        var pause = new PollingPause(TimeSpan.FromMilliseconds(300), _wake, _time);

        var lengths = new List<double>();
        for (var i = 0; i < 4; i++)
        {
            lengths.Add(await MeasureAsync(pause));
        }

        pause.Reset();
        lengths.Add(await MeasureAsync(pause));
        Assert.Equal([100, 200, 300, 300, 100], lengths);
    }

    [Fact]
    public async Task WaitAsync_FunctionEnded_IsCutShort()
    {
        var pause = new PollingPause(TimeSpan.FromHours(1), _wake, _time);
        var waiting = pause.WaitAsync(pause.NextWake, TestContext.Current.CancellationToken);

        _wake.Set();
        _time.Advance(PollingPause.Shortest);

        await waiting.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task WaitAsync_FunctionEndedDuringTheLook_IsCutShort()
    {
        var pause = new PollingPause(TimeSpan.FromHours(1), _wake, _time);
        var beforeLook = pause.NextWake;
        _wake.Set();

        var waiting = pause.WaitAsync(beforeLook, TestContext.Current.CancellationToken);
        _time.Advance(PollingPause.Shortest);

        await waiting.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    private async Task<double> MeasureAsync(PollingPause pause)
    {
        var started = _time.GetTimestamp();
        var waiting = pause.WaitAsync(pause.NextWake, TestContext.Current.CancellationToken);
        while (!waiting.IsCompleted)
        {
            _time.Advance(TimeSpan.FromMilliseconds(10));

            // Lets the continuation of the pause that just ended run, before time goes on.
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        return _time.GetElapsedTime(started).TotalMilliseconds;
    }
}
