using System.Text.Encodings.Web;
using System.Text.Json;
using Pipeline.Text;

namespace Pipeline.Evaluation.Data;

/// <summary>What was read from a page: a line of a file of predictions, <c>{"id","text","title","date","author"}</c>.</summary>
/// <param name="Id">The page's id.</param>
/// <param name="Text">The body; empty where nothing was read.</param>
/// <param name="Title">The title.</param>
/// <param name="Date">The date of publication, its first ten characters as in 2024-05-02.</param>
/// <param name="Authors">The authors' names in one string.</param>
internal sealed record Prediction(string Id, string? Text, string? Title, string? Date, string? Authors)
{
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Makes a prediction of an article.</summary>
    /// <param name="id">The page's id.</param>
    /// <param name="article">What was read from it; null where nothing was.</param>
    /// <param name="withFaq">Whether the text is joined by the questions and answers, which an article keeps apart from it.</param>
    public static Prediction Of(string id, Article? article, bool withFaq) => article is null
        ? new Prediction(id, string.Empty, null, null, null)
        : new Prediction(
            id,
            withFaq ? string.Join("\n\n", article.Faq.Select(pair => $"{pair.Question}\n\n{pair.Answer}").Prepend(article.Text)) : article.Text,
            article.Title,
            article.Published?.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            article.Authors.Count > 0 ? string.Join(", ", article.Authors) : null);

    /// <summary>Reads predictions by their ids; of several for one page, the last counts.</summary>
    /// <exception cref="EvaluationException">They cannot be read, or one has no id.</exception>
    public static IReadOnlyDictionary<string, Prediction> ReadAll(string path)
    {
        var predictions = new Dictionary<string, Prediction>(StringComparer.Ordinal);
        foreach (var row in JsonLines.Read(path))
        {
            var id = row.Text("id", "html_file", "url") ?? throw new EvaluationException($"A prediction of {path} has no id.");
            predictions[id] = new Prediction(id, row.Text("text"), row.Text("title"), row.Text("date"), row.Text("author", "authors"));
        }

        return predictions;
    }

    /// <summary>Writes predictions, one a line.</summary>
    public static void WriteAll(string path, IEnumerable<Prediction> predictions)
    {
        using var file = File.Create(path);
        foreach (var prediction in predictions)
        {
            using (var writer = new Utf8JsonWriter(file, WriterOptions))
            {
                prediction.Write(writer);
            }

            file.WriteByte((byte)'\n');
        }
    }

    private void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("id", Id);
        writer.WriteString("text", Text);
        writer.WriteString("title", Title);
        writer.WriteString("date", Date);
        writer.WriteString("author", Authors);
        writer.WriteEndObject();
    }
}
