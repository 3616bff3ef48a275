using System.Globalization;
using System.Text;
using Spectre.Console;

namespace Pipeline.Benchmarks.Reporting;

/// <summary>A table of figures, for the terminal and for Markdown.</summary>
internal sealed class ReportTable(params string[] columns)
{
    private readonly List<string[]> _rows = [];

    public void Add(params string[] cells) => _rows.Add(cells);

    /// <summary>Prints the table.</summary>
    /// <param name="markdownFile">The file to whose end it goes as Markdown too; null for none.</param>
    public void Write(string? markdownFile)
    {
        var table = new Table();
        table.AddColumns(columns);
        foreach (var row in _rows)
        {
            table.AddRow([.. row.Select(Markup.Escape)]);
        }

        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = 1_000;
        }

        AnsiConsole.Write(table);
        if (markdownFile is not null)
        {
            File.AppendAllText(markdownFile, Markdown() + "\n");
        }
    }

    public static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private string Markdown()
    {
        var text = new StringBuilder();
        foreach (var row in _rows.Prepend([.. columns.Select(_ => "---")]).Prepend(columns))
        {
            text.Append("| ").AppendJoin(" | ", row).Append(" |\n");
        }

        return text.ToString();
    }
}
