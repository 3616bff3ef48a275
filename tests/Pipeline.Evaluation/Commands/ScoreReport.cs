using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Pipeline.Evaluation.Scoring;
using Spectre.Console;

namespace Pipeline.Evaluation.Commands;

/// <summary>A row of what is printed.</summary>
/// <param name="Name">What was scored.</param>
/// <param name="Pages">How many pages.</param>
/// <param name="Rejected">How many pages gave no article, by the reason; null where that is not known.</param>
/// <param name="Score">How they came out.</param>
internal sealed record ScoreRow(string Name, int Pages, IReadOnlyDictionary<string, int>? Rejected, ExtractionScore Score);

/// <summary>Prints scores: as a table, which is one of Markdown where no person sees it, or as JSON lines.</summary>
internal static class ScoreReport
{
    private const string None = "-";

    private static readonly JsonSerializerOptions JsonOptions = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static void Write(IReadOnlyList<ScoreRow> rows, bool json)
    {
        if (json)
        {
            foreach (var row in rows)
            {
                Console.Out.WriteLine(JsonSerializer.Serialize(row, JsonOptions));
            }

            return;
        }

        var table = new Table();
        if (Console.IsOutputRedirected)
        {
            table.MarkdownBorder();
            AnsiConsole.Profile.Width = 1_000;
        }

        table.AddColumns("", "pages", "rejected", "shingle P", "R", "F1", "exact", "word F1", "with", "without", "date n", "given", "correct", "acc", "title", "author F1");
        foreach (var row in rows)
        {
            table.AddRow([.. Cells(row).Select(Markup.Escape)]);
        }

        AnsiConsole.Write(table);
        foreach (var row in rows.Where(row => row.Rejected?.Count > 0).DistinctBy(row => row.Rejected))
        {
            AnsiConsole.WriteLine($"{row.Name} rejected: {string.Join(", ", row.Rejected!.Select(reason => $"{reason.Key} {reason.Value}"))}");
        }
    }

    private static string[] Cells(ScoreRow row) =>
    [
        row.Name,
        $"{row.Pages}",
        $"{row.Rejected?.Values.Sum() ?? row.Score.Missing}",
        Number(row.Score.Shingles?.Precision),
        Number(row.Score.Shingles?.Recall),
        Number(row.Score.Shingles?.F1),
        Number(row.Score.Shingles?.Exact),
        Number(row.Score.WordF1),
        Number(row.Score.WithRecall),
        Number(row.Score.WithoutAbsent),
        $"{row.Score.Date?.Count ?? 0}",
        $"{row.Score.Date?.Given ?? 0}",
        $"{row.Score.Date?.Correct ?? 0}",
        Number(row.Score.Date?.Accuracy),
        Number(row.Score.Title?.Accuracy),
        Number(row.Score.Authors?.F1),
    ];

    private static string Number(double? value) => value?.ToString("0.0000", CultureInfo.InvariantCulture) ?? None;
}
