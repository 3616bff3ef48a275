using System.CommandLine;
using Pipeline.Benchmarks.Reporting;

namespace Pipeline.Benchmarks.Robustness;

/// <summary>The commands that parse or drop files which are damaged or mean harm.</summary>
internal static class FileCommands
{
    public static Command CreateMutate()
    {
        var format = new Option<string?>("--format") { Description = "One format; all where it is not given." };
        var count = new Option<int>("--count") { Description = "How many damaged files of each format.", DefaultValueFactory = _ => 100_000 };
        var seed = new Option<int>("--seed") { Description = "Other files for each.", DefaultValueFactory = _ => 1 };
        var first = new Option<int>("--first") { Description = "The number of the first file: with --count 1, that file alone.", DefaultValueFactory = _ => 0 };
        var maxSeconds = new Option<double>("--max-seconds") { Description = "A file that takes more time of the processor fails the run.", DefaultValueFactory = _ => 10 };
        var maxMegabytes = new Option<double>("--max-megabytes") { Description = "A file for which more is allocated fails the run.", DefaultValueFactory = _ => 256 };
        var command = new Command("mutate", "Parse damaged files of each format: nothing may crash, hang or take more memory than it should. Those that fail are kept in the folder mutations.")
        {
            format, count, first, seed, maxSeconds, maxMegabytes,
        };
        command.SetAction((result, cancellationToken) => Task.FromResult(
            new MutationRun(result.GetValue(seed), new MutationLimits(result.GetValue(maxSeconds), result.GetValue(maxMegabytes)))
                .Run(result.GetValue(format), result.GetValue(first), result.GetValue(count), cancellationToken)));
        return command;
    }

    public static Command CreateHostile()
    {
        var only = new Option<string?>("--only") { Description = "Those whose name holds this; all where it is not given." };
        var here = new Option<string?>("--here") { Description = "The one of that name, in this process." };
        var limit = new Option<int>("--limit") { Description = "The limit of the parser's time, in seconds.", DefaultValueFactory = _ => 60 };
        var (megabytes, markdown) = (Megabytes(), MarkdownOption.Create());
        var command = new Command("hostile", "Parse files as long as they may be, made to cost as much as they can: each ends within the limit of time and a second.")
        {
            only, here, megabytes, limit, markdown,
        };
        command.SetAction((result, cancellationToken) => result.GetValue(here) is { } file
            ? Task.FromResult(HostileRun.RunHere(file, result.GetValue(megabytes), result.GetValue(limit)))
            : HostileRun.RunAsync(result.GetValue(only), result.GetValue(megabytes), result.GetValue(limit), result.GetValue(markdown), cancellationToken));
        return command;
    }

    public static Command CreateHostileDrop()
    {
        var good = new Option<int>("--good") { Description = "How many good articles are dropped with them.", DefaultValueFactory = _ => 100 };
        var megabytes = Megabytes();
        var command = new Command("hostile-drop", "Drop all hostile files together with good articles into the whole pipeline: the good ones are served meanwhile, and the others end with a reason.") { good, megabytes };
        command.SetAction((result, cancellationToken) => HostileDropRun.RunAsync(result.GetValue(good), result.GetValue(megabytes), cancellationToken));
        return command;
    }

    public static Command CreateFuzz()
    {
        var command = new Command("fuzz", "Parse what afl-fuzz hands over, in a copy of this folder whose Pipeline.Text.dll is instrumented by sharpfuzz.");
        command.SetAction(_ => FuzzRun.Run());
        return command;
    }

    private static Option<double> Megabytes() => new("--megabytes") { Description = "How long each file is.", DefaultValueFactory = _ => 15.9 };
}
