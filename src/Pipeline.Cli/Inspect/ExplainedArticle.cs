using System.Globalization;
using System.Text.Json;
using Pipeline.Cli.Terminal;
using Pipeline.Text.Summarization;
using Pipeline.Text.Tagging;
using Spectre.Console;
using Line = Spectre.Console.Text;

namespace Pipeline.Cli.Inspect;

/// <summary>Shows an article with its issues and actors and, in its text, what shows each issue. Safe to use from several threads.</summary>
/// <param name="terminal">The terminal that it is for: its width and its colours.</param>
internal sealed class ExplainedArticle(IAnsiConsole terminal)
{
    private const int ShownEvidence = 4;
    private const int ShownActors = 20;

    private static readonly Color[] Palette = [Color.Aqua, Color.Yellow, Color.Lime, Color.Fuchsia, Color.Orange1, Color.DodgerBlue1, Color.Red1, Color.Tan];

    /// <summary>Renders an article.</summary>
    /// <param name="article">The article, or why there is none.</param>
    public string Render(InspectedArticle article)
    {
        using var writer = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = terminal.Profile.Width;
        console.Profile.Capabilities.Ansi = terminal.Profile.Capabilities.Ansi;
        console.Profile.Capabilities.ColorSystem = terminal.Profile.Capabilities.ColorSystem;
        console.WriteLine(PlainText.Clean(article.Title ?? article.File), new Style(decoration: Decoration.Bold));
        console.WriteLine(PlainText.Clean(Facts(article)), new Style(decoration: Decoration.Dim));
        console.WriteLine();
        if (article.Issues is { } issues)
        {
            console.Write(issues.Count > 0 ? TableOf(article, issues) : (Spectre.Console.Rendering.IRenderable)new Line("No issue.\n"));
            console.WriteLine();
            if (article.Actors is { Count: > 0 } actors)
            {
                console.Write(TableOf(actors));
                console.WriteLine();
            }

            if (article.Summary is { Count: > 0 } summary)
            {
                console.Write(TableOf(summary));
                console.WriteLine();
            }

            console.Write(new MarkedText(article.Text!, issues, StyleOf, marksInText: !terminal.Profile.Capabilities.Ansi).Render());
            console.WriteLine();
        }

        return writer.ToString();
    }

    private static Style StyleOf(int issue) => new(foreground: Palette[issue % Palette.Length]);

    private static string Facts(InspectedArticle article) => article.State == InspectedArticle.Rejected
        ? $"{article.File}: rejected, {article.Detail}"
        : string.Join(" · ", new[]
        {
            article.File,
            article.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            article.LanguageCovered == false ? $"language {article.Language}: the taxonomy has no terms of it" : article.Language,
        }.OfType<string>());

    private static Table TableOf(InspectedArticle article, IReadOnlyList<IssueTag> issues)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("", "issue", "score", "carried by");
        for (var i = 0; i < issues.Count; i++)
        {
            table.AddRow(
                new Line($"{i + 1}", StyleOf(i)),
                new Line(PlainText.Clean(issues[i].Label), StyleOf(i)),
                new Line(Shown(issues[i].Score)),
                new Line(PlainText.Clean(string.Join(", ", issues[i].Evidence.Take(ShownEvidence).Select(evidence => Describe(article.Text!, evidence))))));
        }

        return table;
    }

    private static Table TableOf(IReadOnlyList<ActorTag> actors)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("actor", "type", "role", "score", "named");
        foreach (var actor in actors.Take(ShownActors))
        {
            table.AddRow(
                new Line(PlainText.Clean(actor.Name)),
                new Line(JsonNamingPolicy.CamelCase.ConvertName($"{actor.Type}")),
                new Line(PlainText.Clean(actor.Role ?? "")),
                new Line(Shown(actor.Score)),
                new Line(actor.Evidence.Count.ToString(CultureInfo.InvariantCulture)));
        }

        return actors.Count > ShownActors ? table.Caption($"and {actors.Count - ShownActors} more") : table;
    }

    private static Table TableOf(IReadOnlyList<SummarySentence> summary)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("summary", "score", "features");
        foreach (var sentence in summary)
        {
            table.AddRow(
                new Line(PlainText.Clean(sentence.Text)),
                new Line(Shown(sentence.Score)),
                new Line(string.Join(", ", sentence.Features!.Select(feature => string.Create(CultureInfo.InvariantCulture, $"{feature.Key} {feature.Value:0.00}")))));
        }

        return table;
    }

    /// <summary>Returns two decimals, rounded down: no score is certain.</summary>
    private static string Shown(double score) => (Math.Floor(score * 100) / 100).ToString("0.00", CultureInfo.InvariantCulture);

    private static string Describe(string text, IssueEvidence evidence)
    {
        var what = (evidence.Kind, evidence.Issue) switch
        {
            (EvidenceKind.Model, _) => "learned",
            (_, { } narrower) => $"term of {narrower}",
            _ => "term",
        };
        return string.Create(CultureInfo.InvariantCulture, $"“{text.AsSpan(evidence.Start, evidence.Length)}” {evidence.Share * 100:0}% ({what})");
    }
}
