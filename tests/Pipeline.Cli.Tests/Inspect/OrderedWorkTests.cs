using Pipeline.Cli.Inspect;
using Xunit;

namespace Pipeline.Cli.Tests.Inspect;

public sealed class OrderedWorkTests
{
    [Fact]
    public async Task SelectAsync_LaterItemsFinishFirst_KeepsTheOrderAndTheBound()
    {
        const int Ahead = 4;
        using var gate = new ManualResetEventSlim();
        var started = 0;
        var results = OrderedWork.SelectAsync(
            AsyncEnumerable.Range(0, 20),
            item =>
            {
                Interlocked.Increment(ref started);
                if (item == 0)
                {
                    gate.Wait(TestContext.Current.CancellationToken);
                }

                return item;
            },
            Ahead,
            TestContext.Current.CancellationToken);

        var all = Task.Run(async () => await results.ToListAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        while (Volatile.Read(ref started) < Ahead)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        var startedBehindTheFirst = Volatile.Read(ref started);
        gate.Set();

        Assert.Equal(Enumerable.Range(0, 20), await all);
        Assert.Equal(Ahead, startedBehindTheFirst);
    }

    [Fact]
    public async Task SelectAsync_WorkThrows_PassesItOn()
    {
        var results = OrderedWork.SelectAsync<int, int>(
            AsyncEnumerable.Range(0, 3),
            item => item == 1 ? throw new InvalidDataException() : item,
            2,
            TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<InvalidDataException>(async () => await results.ToListAsync(TestContext.Current.CancellationToken));
    }
}
