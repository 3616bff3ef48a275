using System.Globalization;
using Pipeline.Cli.Terminal;
using Pipeline.Processing.Queries.Responses;
using Spectre.Console;

namespace Pipeline.Cli.Run;

/// <summary>What <c>run</c> tells the user.</summary>
internal sealed class RunReport(CommandTerminal terminal) : IProgress<string>
{
    private const int LabelWidth = 8;
    private const int MostTags = 6;

    /// <summary>Tells of something that takes a while.</summary>
    public void Report(string value) => terminal.Console.MarkupLineInterpolated($"[dim]{value} …[/]");

    /// <summary>Tells that everything is up.</summary>
    public void Ready(LocalStorage storage, Uri api, TimeSpan elapsed)
    {
        Label("Storage", storage.Description);
        if (storage.DataFolder is { } folder)
        {
            Label("Data", folder);
        }

        Label("Page", new Uri(api, "/").ToString());
        Label("API", api.ToString().TrimEnd('/'));
        terminal.Console.MarkupLineInterpolated($"[green]Ready[/] in {Seconds(elapsed)}.");
        terminal.Console.WriteLine();
    }

    /// <summary>Tells what became of an article.</summary>
    public void Outcome(ArticleOutcome outcome)
    {
        if (outcome.Summary is { } summary)
        {
            Summary(outcome.Name, summary);
        }
        else
        {
            terminal.Console.MarkupLineInterpolated($"[yellow]{PlainText.Clean(outcome.Name)}[/] {PlainText.Clean(outcome.Problem!)}");
        }

        terminal.Console.MarkupLineInterpolated($"[dim]{outcome.Address}[/]");
        terminal.Console.WriteLine();
    }

    /// <summary>Tells that all that was dropped is done.</summary>
    public void Done(int served, int without, TimeSpan elapsed)
    {
        var others = without > 0 ? $", {without} without a summary" : "";
        terminal.Console.MarkupLineInterpolated($"[green]{Articles(served)}[/] served in {Seconds(elapsed)}{others}.");
    }

    /// <summary>Tells that it goes on until it is stopped.</summary>
    public void Serving(Uri api) =>
        terminal.Console.MarkupLineInterpolated($"Serving at {new Uri(api, "summaries")} until Ctrl-C.");

    /// <summary>Tells that it is about to stop.</summary>
    public void Stopping() => terminal.Console.MarkupLineInterpolated($"[dim]Stopping …[/]");

    private void Summary(string name, SummaryResponse summary)
    {
        var facts = new[]
        {
            summary.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            summary.Source,
            summary.Language,
            name,
        };
        terminal.Console.MarkupLineInterpolated($"[bold]{PlainText.Clean(summary.Title ?? name)}[/]");
        terminal.Console.MarkupLineInterpolated($"[dim]{PlainText.Clean(string.Join(" · ", facts.Where(fact => fact is not null)))}[/]");
        terminal.Console.MarkupLineInterpolated($"{PlainText.Clean(string.Join(' ', summary.Summary.Select(sentence => sentence.Text)))}");
        Label("Issues", string.Join(", ", summary.Issues.Take(MostTags).Select(issue => $"{issue.Label ?? issue.Id} {Score(issue.Score)}")));
        Label("Actors", string.Join(", ", (summary.Actors ?? []).Take(MostTags).Select(actor => actor.Name)));
    }

    private void Label(string label, string value)
    {
        if (value.Length > 0)
        {
            terminal.Console.MarkupLineInterpolated($"[blue]{label.PadRight(LabelWidth)}[/]{PlainText.Clean(value)}");
        }
    }

    private static string Articles(int count) => count == 1 ? "1 article" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} articles");

    private static string Score(double score) => score.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s");
}
