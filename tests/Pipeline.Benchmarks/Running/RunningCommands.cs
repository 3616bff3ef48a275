using System.CommandLine;
using Pipeline.Benchmarks.Reporting;

namespace Pipeline.Benchmarks.Running;

/// <summary>The verbs that run the whole pipeline for a time.</summary>
internal static class RunningCommands
{
    public static Command CreateLatency()
    {
        var (articles, size) = (Articles(100), Size());
        var command = new Command("latency", "Drop articles one by one; time each from its upload's end until its summary is served.") { articles, size };
        command.SetAction((result, cancellationToken) => LatencyRun.RunAsync(result.GetValue(articles), result.GetValue(size), cancellationToken));
        return command;
    }

    public static Command CreatePack()
    {
        var (articles, size) = (Articles(100), Size());
        var command = new Command("pack", "Drop one ZIP of all articles; time its parsing, and until the last summary is served.") { articles, size };
        command.SetAction((result, cancellationToken) => PackRun.RunAsync(result.GetValue(articles), result.GetValue(size), cancellationToken));
        return command;
    }

    public static Command CreateSoak()
    {
        var minutes = new Option<int>("--minutes") { Description = "For how long.", DefaultValueFactory = _ => 20 };
        var size = Size();
        var command = new Command("soak", "Drop articles at half the rate that the machine takes, and watch memory, handles and latency.") { minutes, size };
        command.SetAction((result, cancellationToken) => SoakRun.RunAsync(result.GetValue(minutes), result.GetValue(size), cancellationToken));
        return command;
    }

    public static Command CreateMemory()
    {
        var (articles, size, markdown) = (Articles(2_000), Size(), MarkdownOption.Create());
        var runs = new Option<int>("--runs") { Description = "How many runs there are, each on a storage of its own.", DefaultValueFactory = _ => 5 };
        var command = new Command("memory", "Let `pipeline run` drop articles, in a process of its own, and tell the most memory that it takes until the last one is served; who uploads them and follows what becomes of them is part of it.")
        {
            articles, size, runs, markdown,
        };
        command.SetAction((result, cancellationToken) => MemoryRun.RunAsync(
            result.GetValue(articles), result.GetValue(size), result.GetValue(runs), result.GetValue(markdown), cancellationToken));
        return command;
    }

    public static Command CreateStartup()
    {
        var runs = new Option<int>("--runs") { Description = "How many processes are started.", DefaultValueFactory = _ => 9 };
        var here = new Option<bool>("--here") { Description = "Go through the steps in this process." };
        var markdown = MarkdownOption.Create();
        var command = new Command("startup", "Time what the function app does before its first article, step by step.") { runs, here, markdown };
        command.SetAction((result, cancellationToken) => result.GetValue(here)
            ? Task.FromResult(StartupRun.RunHere())
            : StartupRun.RunAsync(result.GetValue(runs), result.GetValue(markdown), cancellationToken));
        return command;
    }

    private static Option<int> Articles(int count) => new("--articles") { Description = "How many articles are dropped.", DefaultValueFactory = _ => count };

    private static Option<int> Size() => new("--size") { Description = "The length of each article, in bytes.", DefaultValueFactory = _ => 4_000 };
}
