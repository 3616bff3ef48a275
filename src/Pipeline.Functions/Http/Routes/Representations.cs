using System.Text;
using System.Text.Json;
using Pipeline.Functions.Http.Answers;
using Pipeline.Processing.Addresses;
using Pipeline.Processing.Rendering;
using Pipeline.Text;

namespace Pipeline.Functions.Http.Routes;

/// <summary>The forms that many values come in.</summary>
internal static class Representations
{
    /// <summary>Returns a value as JSON.</summary>
    public static Representation<T> Json<T>() =>
        new(MediaTypes.Json, typeof(T), (value, _) => JsonSerializer.SerializeToUtf8Bytes(value, PipelineJson.Options));

    /// <summary>Returns a value as JSON, and by its layout as plain text, Markdown and a fragment of HTML.</summary>
    public static IReadOnlyList<Representation<T>> JsonAnd<T>(Func<T, ApiAddress, TextDocument> layOut) =>
    [
        Json<T>(),
        Text(MediaTypes.Text, layOut, PlainTextWriter.Write),
        Text(MediaTypes.Markdown, layOut, MarkdownWriter.Write),
        Text(MediaTypes.Html, layOut, HtmlWriter.Write),
    ];

    private static Representation<T> Text<T>(string mediaType, Func<T, ApiAddress, TextDocument> layOut, Func<TextDocument, string> write) =>
        new(mediaType, Schema: null, (value, address) => Encoding.UTF8.GetBytes(write(layOut(value, address))));
}
