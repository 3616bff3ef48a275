using System.CommandLine;
using Pipeline.Benchmarks.Reporting;

namespace Pipeline.Benchmarks.Compute;

/// <summary>The verbs that time the text code without any storage.</summary>
internal static class ComputeCommands
{
    public static Command CreateInspect()
    {
        var articles = new Option<int>("--articles") { Description = "How many articles the folder has.", DefaultValueFactory = _ => 10_000 };
        var size = new Option<int>("--size") { Description = "The length of each article, in bytes.", DefaultValueFactory = _ => 4_000 };
        var runs = new Option<int>("--runs") { Description = "How often each is done.", DefaultValueFactory = _ => 5 };
        var command = new Command("inspect", "Run `pipeline inspect` on a folder of articles, on one core and on two.") { articles, size, runs, Markdown };
        command.SetAction((result, cancellationToken) =>
            InspectFolderRun.RunAsync(result.GetValue(articles), result.GetValue(size), result.GetValue(runs), result.GetValue(Markdown), cancellationToken));
        return command;
    }

    public static Command CreatePeers()
    {
        var times = new Option<int[]>("--times") { Description = "How many times as many terms as the built-in taxonomy.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [1, 2] };
        var command = new Command("peers", "Tag and summarise beside a regular expression an issue, Lucene.NET, and TextRank.") { times, Markdown };
        command.SetAction(result => PeersRun.Run(result.GetValue(times)!, result.GetValue(Markdown)));
        return command;
    }

    private static Option<string?> Markdown { get; } = MarkdownOption.Create();
}
