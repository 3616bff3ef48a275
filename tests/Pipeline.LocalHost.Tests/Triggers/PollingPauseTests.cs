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

        await AssertLastsAsync(pause, 100);
        await AssertLastsAsync(pause, 200);
        await AssertLastsAsync(pause, 300);
        await AssertLastsAsync(pause, 300);
        pause.Reset();
        await AssertLastsAsync(pause, 100);
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

    private async Task AssertLastsAsync(PollingPause pause, int milliseconds)
    {
        var waiting = Start(pause);
        _time.Advance(PollingPause.Shortest);
        _time.Advance(TimeSpan.FromMilliseconds(milliseconds - 1) - PollingPause.Shortest);
        var early = waiting.IsCompleted;
        _time.Advance(TimeSpan.FromMilliseconds(1));

        await waiting.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Assert.False(early);
    }

    // Without a context to return to, what follows the first half of a pause runs within Advance, however busy the machine is.
    private static Task Start(PollingPause pause)
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            return pause.WaitAsync(pause.NextWake, TestContext.Current.CancellationToken);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }
}
