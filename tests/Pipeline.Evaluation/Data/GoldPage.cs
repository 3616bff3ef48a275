using System.Text.Json;

namespace Pipeline.Evaluation.Data;

/// <summary>A labelled page: a line of <c>gold.jsonl</c>. What is not labelled is null or empty.</summary>
internal sealed record GoldPage
{
    public required string Id { get; init; }

    /// <summary>Gets the name of the page's file in the folder <c>html</c> beside the labels.</summary>
    public string? HtmlFile { get; init; }

    public string? Title { get; init; }

    /// <summary>Gets the authors' names in one string.</summary>
    public string? Authors { get; init; }

    /// <summary>Gets the date of publication, its first ten characters as in 2024-05-02.</summary>
    public string? PublishDate { get; init; }

    public string? Text { get; init; }

    /// <summary>Gets headlines and paragraphs in order, where the labels tell them apart; lists, tables and quotations are left out there.</summary>
    public IReadOnlyList<string> Sections { get; init; } = [];

    /// <summary>Gets the publisher's summary, where the labels keep it apart: they do not say whether it belongs to the article.</summary>
    public string Summary { get; init; } = string.Empty;

    /// <summary>Gets snippets that the text must hold.</summary>
    public IReadOnlyList<string> With { get; init; } = [];

    /// <summary>Gets snippets that the text must not hold.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>Reads the labels of a folder, or a file of labels.</summary>
    /// <exception cref="EvaluationException">They cannot be read, or a page has no id.</exception>
    public static IReadOnlyList<GoldPage> ReadAll(string path) => [.. JsonLines.Read(path).Select(row => Read(row, path))];

    private static GoldPage Read(JsonElement row, string path) => new()
    {
        Id = row.Text("id", "html_file", "url") ?? throw new EvaluationException($"A page of {path} has no id."),
        HtmlFile = row.Text("html_file"),
        Title = row.Text("title"),
        Authors = row.Text("authors", "author"),
        PublishDate = row.Text("publish_date", "date"),
        Text = row.Text("text"),
        Sections = [.. row.Rows("sections").SelectMany(section => section.Texts("headline").Concat(section.Texts("paragraphs")))],
        Summary = string.Join(' ', row.Texts("summary")),
        With = row.Texts("with"),
        Without = row.Texts("without"),
    };
}
