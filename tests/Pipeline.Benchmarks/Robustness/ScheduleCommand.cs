using System.Collections.Concurrent;
using System.CommandLine;
using System.Globalization;
using Pipeline.Testing.Schedules;
using Spectre.Console;

namespace Pipeline.Benchmarks.Robustness;

/// <summary>The command that lives through random histories of the pipeline over stores in memory.</summary>
internal static class ScheduleCommand
{
    private const int MaxFailures = 10;

    public static Command Create()
    {
        var count = new Option<int>("--count") { Description = "How many histories.", DefaultValueFactory = _ => 20_000 };
        var seed = new Option<int>("--seed") { Description = "The seed of the first; the next have the next ones.", DefaultValueFactory = _ => 1_000_000 };
        var command = new Command("schedules", "Live through random histories of several workers, changes, deletes, commands, lost and poison messages, articles that expire, faults and crashes, over stores in memory: each must end as the container says.")
        {
            count, seed,
        };
        command.SetAction((result, cancellationToken) => Task.FromResult(Run(result.GetValue(seed), result.GetValue(count), cancellationToken)));
        return command;
    }

    private static int Run(int first, int count, CancellationToken cancellationToken)
    {
        var failures = new ConcurrentQueue<string>();
        var (crashes, operations, poisoned, done) = (0L, 0L, 0L, 0L);
        Parallel.For(first, first + count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken }, (seed, loop) =>
        {
            var schedule = new Schedule(seed);
            try
            {
                schedule.Run();
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                failures.Enqueue($"seed {seed}: {exception.Message}");
                if (failures.Count >= MaxFailures)
                {
                    loop.Stop();
                }
            }

            Interlocked.Add(ref crashes, schedule.Crashes);
            Interlocked.Add(ref poisoned, schedule.Poisoned);
            Interlocked.Add(ref operations, schedule.Operations);
            Interlocked.Increment(ref done);
        });
        AnsiConsole.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"Seeds {first} to {first + count - 1}: {done} histories with {operations} storage operations, {crashes} crashes and {poisoned} poison messages; {failures.Count} ended wrong."));
        foreach (var failure in failures)
        {
            AnsiConsole.WriteLine(failure);
        }

        return failures.IsEmpty ? 0 : 1;
    }
}
