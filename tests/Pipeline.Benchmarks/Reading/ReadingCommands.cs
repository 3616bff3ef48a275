using System.CommandLine;
using Pipeline.Benchmarks.Reporting;

namespace Pipeline.Benchmarks.Reading;

/// <summary>The commands that time reading.</summary>
internal static class ReadingCommands
{
    private static readonly Option<string?> Markdown = MarkdownOption.Create();

    public static Command CreateReading()
    {
        var sizes = new Option<int[]>("--articles") { Description = "How many articles there are; several for one run each.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [1_000, 30_000, 300_000] };
        var command = new Command("reading", "Load heads and index rows; count the storage calls and entities of each read, and time it beside the same reads issued bare.") { sizes, Markdown };
        command.SetAction((result, cancellationToken) => ReadingRun.RunAsync(result.GetValue(sizes)!, result.GetValue(Markdown), cancellationToken));
        return command;
    }

    public static Command CreateRequests()
    {
        var articles = new Option<int>("--articles") { Description = "How many articles there are.", DefaultValueFactory = _ => 5_000 };
        var command = new Command("requests", "Requests a second to the running app by 1, 16 and 64 callers, beside the bare reads.") { articles, Markdown };
        command.SetAction((result, cancellationToken) => RequestsRun.RunAsync(result.GetValue(articles), result.GetValue(Markdown), cancellationToken));
        return command;
    }
}
