using System.CommandLine;
using System.Globalization;
using Pipeline.Testing.Crashes;
using Spectre.Console;

namespace Pipeline.Benchmarks.Robustness;

/// <summary>The command that kills the pipeline and its storage while files come, change and go.</summary>
internal static class CrashCommand
{
    public static Command Create()
    {
        var seeds = new Option<int>("--seeds") { Description = "How many runs there are, each of another seed.", DefaultValueFactory = _ => 20 };
        var first = new Option<int>("--first") { Description = "The seed of the first run.", DefaultValueFactory = _ => 1 };
        var files = new Option<int>("--files") { Description = "How many files are dropped in each run.", DefaultValueFactory = _ => 1_000 };
        var kills = new Option<int>("--kills") { Description = "How often the pipeline is killed in each run.", DefaultValueFactory = _ => 30 };
        var stops = new Option<int>("--stops") { Description = "How often the storage emulator is stopped and started again in each run.", DefaultValueFactory = _ => 5 };
        var killsStorage = new Option<bool>("--kill-storage") { Description = "Kill the emulator at the end of each run too: it loses what it had not saved, and the rest must converge." };
        var command = new Command("crash", "Drop, change and delete files while the pipeline is killed at random moments and its storage goes away; then check that container and tables fit together.")
        {
            seeds, first, files, kills, stops, killsStorage,
        };
        command.SetAction(async (result, cancellationToken) =>
        {
            var failed = 0;
            for (var seed = result.GetValue(first); seed < result.GetValue(first) + result.GetValue(seeds); seed++)
            {
                var plan = new CrashPlan(seed, result.GetValue(files), result.GetValue(kills), result.GetValue(stops), result.GetValue(killsStorage));
                failed += Report(seed, await CrashRun.RunAsync(plan, cancellationToken));
            }

            return failed == 0 ? 0 : 1;
        });
        return command;
    }

    private static int Report(int seed, CrashReport report)
    {
        var end = report.Converged is { } converged
            ? string.Create(CultureInfo.InvariantCulture, $"fits together after {converged.TotalSeconds:0} s")
            : string.Create(CultureInfo.InvariantCulture, $"does NOT fit together after {CrashRun.MaxConvergence.TotalSeconds:0} s");
        AnsiConsole.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {report.Changed.TotalSeconds:0} s of changes and kills; {end}; {report.Read}"));
        foreach (var problem in report.Problems)
        {
            AnsiConsole.WriteLine($"  {problem}");
        }

        return report.Converged is null ? 1 : 0;
    }
}
