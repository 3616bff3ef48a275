using Pipeline.Testing.Schedules;
using Xunit;

namespace Pipeline.Processing.Tests;

/// <summary>Random histories. More of them: <c>Pipeline.Benchmarks -- schedules</c>.</summary>
public sealed class ScheduleTests
{
    private const int Count = 400;

    [Fact]
    public void Run_AnyHistory_EndsAsTheContainerSays()
    {
        var (crashes, poisoned, putBack) = (0, 0, 0);
        for (var seed = 0; seed < Count; seed++)
        {
            var schedule = new Schedule(seed);
            schedule.Run();
            crashes += schedule.Crashes;
            poisoned += schedule.Poisoned;
            putBack += schedule.PutBack;
        }

        Assert.InRange(crashes, Count / 4, int.MaxValue);
        Assert.InRange(poisoned, Count / 4, int.MaxValue);
        Assert.InRange(putBack, Count / 8, int.MaxValue);
    }
}
