using System.CommandLine;
using System.CommandLine.Parsing;
using Pipeline.Benchmarks.Reporting;

namespace Pipeline.Benchmarks.Load;

/// <summary>The commands that load the whole pipeline.</summary>
internal static class LoadCommands
{
    private static readonly Option<int> Articles = new("--articles") { Description = "How many articles each run drops.", DefaultValueFactory = _ => 100 };
    private static readonly Option<int> Size = new("--size") { Description = "The length of each article, in bytes.", DefaultValueFactory = _ => 4_000 };
    private static readonly Option<int> Clients = new("--clients") { Description = "How many uploads, or bare operations, go on at once.", DefaultValueFactory = _ => 24 };

    // Chosen: after 50 articles the first run took 83 ms of the processor an article and the second 29, after 150 the first took 26.
    private static readonly Option<int> WarmUp = new("--warm-up") { Description = "How many articles are dropped and served before anything is measured.", DefaultValueFactory = _ => 150 };

    public static Command CreateLoad()
    {
        var runs = new Option<int>("--runs") { Description = "How many runs there are, one after the other on the same warm host, each of articles of its own.", DefaultValueFactory = _ => 1 };
        runs.Validators.Add(RefuseNone);
        var counted = new Option<bool>("--counted") { Description = "Count listings after each run, and time it. They are not counted otherwise: while articles wait they are not for five minutes, and later they would take storage's time from the operations alone." };
        var json = new Option<string?>("--json") { Description = "Write the result as JSON too.", HelpName = "FILE" };
        var command = new Command(
            "load",
            "Drop all articles at once; time until the last summary is served, beside the same storage operations issued bare on the same emulator. Processor time and memory are those of the whole process, with the clients that upload and ask, without the emulator.")
        {
            Articles, Size, Clients, WarmUp, runs, counted, json,
        };
        command.SetAction((result, cancellationToken) => LoadRun.RunAsync(
            OptionsOf(result, result.GetValue(runs)) with { IsCounted = result.GetValue(counted) }, result.GetValue(json), cancellationToken));
        return command;
    }

    public static Command CreateCompare()
    {
        var a = Build("A", "The folder of the build that is compared with, as bin/Release/net10.0.");
        var b = Build("B", "The folder of the build that is compared.");
        var runs = new Option<int>("--runs") { Description = "How many processes of each build are run, in turn.", DefaultValueFactory = _ => 5 };
        runs.Validators.Add(RefuseNone);
        var markdown = MarkdownOption.Create();
        var command = new Command("compare", "Load two builds of this program in turn, each time in a process of its own: medians, and the ratio of B to A.")
        {
            a, b, runs, Articles, Size, Clients, WarmUp, markdown,
        };
        command.SetAction((result, cancellationToken) =>
            new CompareRun(new BuiltProgram("A", result.GetRequiredValue(a).FullName), new BuiltProgram("B", result.GetRequiredValue(b).FullName)).RunAsync(
                OptionsOf(result, runs: 1), result.GetValue(runs), result.GetValue(markdown), cancellationToken));
        return command;
    }

    private static void RefuseNone(OptionResult runs)
    {
        if (runs.GetValueOrDefault<int>() < 1)
        {
            runs.AddError("--runs must be at least 1.");
        }
    }

    private static LoadOptions OptionsOf(ParseResult result, int runs) =>
        new(result.GetValue(Articles), result.GetValue(Size), result.GetValue(Clients), result.GetValue(WarmUp), runs);

    private static Argument<DirectoryInfo> Build(string name, string description)
    {
        var folder = new Argument<DirectoryInfo>(name) { Description = description };
        folder.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<DirectoryInfo>() is { } given && !File.Exists(BuiltProgram.AssemblyIn(given.FullName)))
            {
                result.AddError($"There is no {BuiltProgram.AssemblyIn(given.FullName)}: {name} is a folder that a build of this program wrote.");
            }
        });
        return folder;
    }
}
