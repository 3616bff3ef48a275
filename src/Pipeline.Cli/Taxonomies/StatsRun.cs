using System.Globalization;
using System.Text.Json;
using Pipeline.Cli.Terminal;
using Pipeline.Text;
using Pipeline.Text.Tagging;
using Spectre.Console;

namespace Pipeline.Cli.Taxonomies;

/// <summary>Counts what a taxonomy holds.</summary>
internal sealed class StatsRun(CommandTerminal terminal, Taxonomy taxonomy)
{
    /// <summary>Counts and writes.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public int Run(bool json)
    {
        var stats = TaxonomyStats.Of(taxonomy);
        if (json)
        {
            terminal.Out.WriteLine(JsonSerializer.Serialize(stats, PipelineJson.Options));
            return ExitCode.Ok;
        }

        var counts = new Grid().AddColumn().AddColumn(new GridColumn().RightAligned());
        Add(counts, "Issues", stats.Concepts);
        Add(counts, "  at the top", stats.Top);
        Add(counts, "  levels", stats.Levels);
        Add(counts, "  with a Media Topic", stats.WithMedtop);
        Add(counts, "  with a Wikidata item", stats.WithWikidata);
        Add(counts, "  with a Comparative Agendas code", stats.WithCap);
        Add(counts, "Terms, labels included", stats.Terms);
        Add(counts, "  strong", stats.Strong);
        Add(counts, "  weak", stats.Weak);
        Add(counts, "  in context", stats.NeedsContext);
        Add(counts, "Median of an issue", stats.MedianTerms);
        terminal.Console.MarkupLineInterpolated($"[bold]Taxonomy[/] {stats.Version}");
        terminal.Console.Write(counts);
        terminal.Console.WriteLine();

        var majors = new Table { Border = TableBorder.Simple };
        majors.AddColumn("Major agenda").AddColumn(new TableColumn("Issues").RightAligned()).AddColumn("At its level");
        foreach (var major in stats.Majors)
        {
            majors.AddRow(
                Markup.Escape(major.Major.ToString(CultureInfo.InvariantCulture)),
                Markup.Escape(major.Concepts.ToString(CultureInfo.InvariantCulture)),
                Markup.Escape(string.Join(", ", major.AtItsLevel)));
        }

        terminal.Console.Write(majors);
        return ExitCode.Ok;
    }

    private static void Add(Grid counts, string label, int number) =>
        counts.AddRow(label, number.ToString("N0", CultureInfo.InvariantCulture));
}
