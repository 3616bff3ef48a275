using System.Text.Json;
using Pipeline.Evaluation.Data;
using Pipeline.Text;
using Pipeline.Text.Parsing;
using Pipeline.Text.Parsing.Assembly;
using Pipeline.Text.Parsing.Json;

namespace Pipeline.Evaluation.Summaries;

/// <summary>An article, or several, with the summaries that people wrote.</summary>
/// <param name="Id">The task's id.</param>
/// <param name="Articles">The articles, read as <c>pipeline inspect</c> reads JSON lines.</param>
/// <param name="References">The people's summaries.</param>
internal sealed record SummaryTask(string Id, IReadOnlyList<Article> Articles, IReadOnlyList<string> References)
{
    /// <summary>
    /// Reads tasks, one a line: <c>{"id","title","text","highlights"}</c>, or <c>{"id","docs":[{"title","text"}],"reference"}</c>;
    /// in place of one reference, a list <c>references</c>.
    /// </summary>
    /// <exception cref="EvaluationException">The file cannot be read, or a task has no id or no reference.</exception>
    public static IReadOnlyList<SummaryTask> ReadAll(string path)
    {
        var reader = new JsonLinesArticleReader(new ArticleAssembler(new LanguageIdentifier()), new ParsingOptions());
        return [.. JsonLines.Read(path).AsParallel().AsOrdered().Select(row => Read(row, reader, path))];
    }

    private static SummaryTask Read(JsonElement row, JsonLinesArticleReader reader, string path)
    {
        var id = row.Text("id") ?? throw new EvaluationException($"A task of {path} has no id.");
        var documents = row.Rows("docs").ToList();
        var articles = (documents.Count > 0 ? documents : [row]).Select(document => ReadArticle(document, reader)).OfType<Article>().ToList();
        IReadOnlyList<string> references = row.Texts("references") is { Count: > 0 } several ? several
            : row.Text("highlights", "reference", "summary") is { } one ? [one]
            : throw new EvaluationException($"The task {id} of {path} has no reference.");
        return new SummaryTask(id, articles, references);
    }

    private static Article? ReadArticle(JsonElement row, JsonLinesArticleReader reader)
    {
        var article = new { id = row.Text("id"), title = row.Text("title"), text = row.Text("text"), published = row.Text("published", "date"), source = row.Text("source") };
        return reader.Read(new SourceFile("article.jsonl", JsonSerializer.SerializeToUtf8Bytes(article)), CancellationToken.None)[0].Article;
    }
}
