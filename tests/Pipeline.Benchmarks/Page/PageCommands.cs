using System.CommandLine;
using Pipeline.Benchmarks.Reporting;

namespace Pipeline.Benchmarks.Page;

/// <summary>The commands that look at the page in a browser.</summary>
internal static class PageCommands
{
    private static readonly Option<string?> Only = new Option<string?>("--view") { Description = "One view; all where it is not given." }
        .AcceptOnlyFromAmong([.. PageView.All.Select(view => view.Name)]);

    public static Command CreateScreenshots()
    {
        var folder = new Option<string>("--out") { Description = "Where the pictures go.", HelpName = "FOLDER", DefaultValueFactory = _ => "docs/images" };
        var command = new Command("screenshots", "Run the pipeline with the sample articles, and take a picture of each view: light, dark, and on a telephone.") { folder, Only };
        command.SetAction((result, cancellationToken) => ScreenshotsRun.RunAsync(result.GetValue(folder)!, result.GetValue(Only), cancellationToken));
        return command;
    }

    public static Command CreatePage()
    {
        var loads = new Option<int>("--loads") { Description = "How often each view is loaded, each time with nothing cached.", DefaultValueFactory = _ => 5 };
        var markdown = MarkdownOption.Create();
        var json = new Option<string?>("--json") { Description = "Write the figures as JSON too.", HelpName = "FILE" };
        var command = new Command("page", "Run the pipeline with the sample articles, and time each view in a browser: until something is seen, and until all is there; and what that transfers.") { loads, Only, markdown, json };
        command.SetAction((result, cancellationToken) => PageRun.RunAsync(result.GetValue(loads), result.GetValue(Only), result.GetValue(markdown), result.GetValue(json), cancellationToken));
        return command;
    }
}
