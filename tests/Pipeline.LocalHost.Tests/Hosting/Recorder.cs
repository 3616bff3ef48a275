using System.Collections.Concurrent;
using Xunit;

namespace Pipeline.LocalHost.Tests.Hosting;

/// <summary>Notes what functions ran on, and does in them what a test wants.</summary>
public sealed class Recorder
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly ConcurrentQueue<string> _runs = new();

    /// <summary>Gets or sets what a function does after it was noted.</summary>
    public Func<string, CancellationToken, Task> OnRun { get; set; } = (_, _) => Task.CompletedTask;

    public IReadOnlyList<string> Runs => [.. _runs];

    public async Task RunAsync(string run, CancellationToken cancellationToken)
    {
        _runs.Enqueue(run);
        await OnRun(run, cancellationToken);
    }

    public Task WaitForAsync(int count) => WaitForAsync(runs => runs.Count >= count);

    public Task WaitForAsync(Func<IReadOnlyList<string>, bool> condition) =>
        WaitUntilAsync(() => Task.FromResult(condition(Runs)), () => string.Join(", ", Runs));

    public static async Task WaitUntilAsync(Func<Task<bool>> condition, Func<string>? state = null)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(started) > Patience)
            {
                Assert.Fail($"It did not come to pass. {state?.Invoke()}");
            }

            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
