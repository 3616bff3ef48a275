using System.Net;
using System.Text;
using Pipeline.Text.Parsing.Decoding;
using Pipeline.Text.Parsing.Html;
using Pipeline.Text.Parsing.PlainText;

namespace Pipeline.Text.Parsing.Elements.Fields;

/// <summary>Reads the body of an article from a field that may hold HTML, escaped HTML or plain text, whatever the field's name says.</summary>
internal static class FieldBody
{
    /// <summary>Returns the passages of a field.</summary>
    /// <param name="text">The value of the field.</param>
    /// <param name="title">The article's title: where the body repeats it at its top it goes.</param>
    public static IReadOnlyList<Passage> Read(string text, string? title)
    {
        var markup = Markup(text);
        return WithoutTitle(markup is null ? ReadPlain(text) : HtmlFragment.Read(markup), title);
    }

    /// <summary>Returns the field as HTML, or null where it is plain text.</summary>
    public static string? Markup(string text)
    {
        if (!HtmlLook.HasTag(text))
        {
            return HtmlLook.HasEscapedTag(text) ? WebUtility.HtmlDecode(text) : null;
        }

        return HtmlLook.HasBlockTag(text) ? text : WithParagraphs(text);
    }

    /// <summary>Returns plain text as it is read: character references resolved, normalised.</summary>
    public static string Plain(string text) =>
        TextNormalizer.Normalize(HtmlLook.HasReference(text) ? WebUtility.HtmlDecode(text) : text);

    /// <summary>Returns the passages but for a first one that is the title.</summary>
    public static IReadOnlyList<Passage> WithoutTitle(IReadOnlyList<Passage> passages, string? title) =>
        title is not null && passages.Count > 1 && passages[0].Text.Equals(title, StringComparison.OrdinalIgnoreCase) ? [.. passages.Skip(1)] : passages;

    private static IReadOnlyList<Passage> ReadPlain(string text) => PlainTextDocument.ReadBody(Plain(text)) ?? [];

    /// <summary>Where there are tags inside paragraphs but none around them, blank lines part them; where there are none, line ends.</summary>
    private static string WithParagraphs(string text)
    {
        var lines = text.ReplaceLineEndings("\n");
        var separator = lines.Contains("\n\n", StringComparison.Ordinal) ? "\n\n" : "\n";
        var result = new StringBuilder(text.Length + 64);
        foreach (var part in lines.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            result.Append("<p>").Append(part).Append("</p>");
        }

        return result.ToString();
    }
}
