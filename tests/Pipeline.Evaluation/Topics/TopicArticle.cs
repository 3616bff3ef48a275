using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.Evaluation.Data;
using Pipeline.Text;
using Pipeline.Text.Parsing;
using Pipeline.Text.Parsing.Assembly;
using Pipeline.Text.Parsing.Json;

namespace Pipeline.Evaluation.Topics;

/// <summary>An article of a file of JSON lines, read as <c>pipeline inspect</c> reads it.</summary>
/// <param name="Id">The article's id.</param>
/// <param name="Label">What it is labelled with; null where the file has no such field.</param>
/// <param name="Year">The year that the file gives; null where it gives none.</param>
/// <param name="Article">The article; null where the reader rejects it.</param>
internal sealed record TopicArticle(string Id, string? Label, int? Year, Article? Article)
{
    private const string TextField = "text";

    /// <summary>Reads a file. An article without a text has its title and <c>summary</c> for one, or else its title.</summary>
    /// <param name="path">The file, compressed with gzip or not.</param>
    /// <param name="labelField">The field of the label.</param>
    /// <param name="filter">Which lines are read: by id and year.</param>
    /// <exception cref="EvaluationException">The file cannot be read, or a line has no id.</exception>
    public static IReadOnlyList<TopicArticle> ReadAll(string path, string labelField, Func<string, int?, bool> filter)
    {
        var reader = new JsonLinesArticleReader(new ArticleAssembler(new LanguageIdentifier()), new ParsingOptions());
        return
        [
            .. JsonLines.Read(path)
                .Select(row => (Row: row, Id: row.Text("id") ?? throw new EvaluationException($"An article of {path} has no id.")))
                .Where(item => filter(item.Id, YearOf(item.Row)))
                .AsParallel().AsOrdered().WithDegreeOfParallelism(Environment.ProcessorCount)
                .Select(item => new TopicArticle(item.Id, item.Row.Text(labelField), YearOf(item.Row), reader.Read(SourceOf(item.Row), CancellationToken.None)[0].Article)),
        ];
    }

    private static int? YearOf(JsonElement row) =>
        int.TryParse(row.Text("year"), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    private static SourceFile SourceOf(JsonElement row)
    {
        var line = JsonObject.Create(row)!;
        line[TextField] = row.Text(TextField) ?? (row.Text("summary") is { } gist ? $"{row.Text("title")}\n\n{gist}" : row.Text("title"));
        return new SourceFile("article.jsonl", JsonSerializer.SerializeToUtf8Bytes(line));
    }
}
