using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Pipeline.Text.Parsing;

namespace Pipeline.Text.Tests.Parsing;

/// <summary>What a case expects of its file, in the form in which people read and write it.</summary>
public sealed record GoldenCase
{
    private static readonly JsonSerializerOptions Options = new(PipelineJson.Options)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public string? Item { get; init; }

    public string? Rejected { get; init; }

    public string? Title { get; init; }

    public bool? TitleDerived { get; init; }

    public string? Published { get; init; }

    public string? Language { get; init; }

    public IReadOnlyList<string>? Authors { get; init; }

    public string? Source { get; init; }

    public string? Url { get; init; }

    public IReadOnlyList<string>? Subjects { get; init; }

    public IReadOnlyList<string>? Blocks { get; init; }

    public IReadOnlyList<QuestionAnswer>? Faq { get; init; }

    /// <summary>Returns an item in this form.</summary>
    public static GoldenCase Of(ParsedItem item) => item.Article is not { } article
        ? new GoldenCase { Item = item.ItemId, Rejected = item.Rejection!.Reason }
        : new GoldenCase
        {
            Item = item.ItemId,
            Title = article.Title,
            TitleDerived = article.TitleDerived ? true : null,
            Published = Format(article.Published),
            Language = article.Language,
            Authors = article.Authors.Count > 0 ? article.Authors : null,
            Source = article.Source,
            Url = article.Url,
            Subjects = article.Subjects.Count > 0 ? [.. article.Subjects.Select(subject => string.Join(' ', new[] { subject.Scheme, subject.Code, subject.Name }.OfType<string>()))] : null,
            Blocks = [.. article.Blocks.Select(block => $"{Kind(block.Kind)}{article.Text.Substring(block.Span.Start, block.Span.Length)}")],
            Faq = article.Faq.Count > 0 ? article.Faq : null,
        };

    /// <summary>Writes what came out of a file: one object, or a list where the file holds a list.</summary>
    public static string ToJson(IReadOnlyList<ParsedItem> items) =>
        (items is [{ ItemId: null }] ? JsonSerializer.Serialize(Of(items[0]), Options) : JsonSerializer.Serialize(items.Select(Of), Options)) + "\n";

    private static string Kind(BlockKind kind) => kind switch
    {
        BlockKind.Heading => "# ",
        BlockKind.ListItem => "- ",
        BlockKind.Quote => "> ",
        BlockKind.TableRow => "| ",
        _ => string.Empty,
    };

    private static string? Format(PublicationDate? date) => date is not { } published
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"{published.Day:yyyy-MM-dd}{(published.Time is { } time ? $" {time:HH:mm:ss}" : "")}{(published.Offset is { } offset ? $" {offset:c}" : "")}");
}
