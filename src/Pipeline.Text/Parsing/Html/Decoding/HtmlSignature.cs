using System.Text;
using Pipeline.Text.Parsing.Decoding;

namespace Pipeline.Text.Parsing.Html.Decoding;

/// <summary>Knows HTML by its first bytes.</summary>
internal static class HtmlSignature
{
    private const int SearchedBytes = 4 * 1024;

    // One tag may stand in any text; so many make a page without a head. Chosen.
    private const int ManyTags = 3;

    private static readonly string[] Openings = ["!doctype html", "html", "head", "body"];
    private static readonly string[] Tags = ["p", "div", "a", "br", "span", "table", "tr", "td", "ul", "ol", "li", "h1", "h2", "h3", "h4", "img", "article", "section", "main", "header", "b", "i", "em", "strong", "blockquote", "meta", "title", "link", "script", "style", "center", "font", "figure", "hr", "nav", "details", "dl"];

    /// <summary>Tells whether a file is HTML: it opens as a page does, or with many tags; or a few tags where name or media type say so.</summary>
    public static bool IsMatch(SourceFile file)
    {
        var text = Opening(file.Content.Span);
        var start = SkipProlog(text);
        if (StartsWithAny(start, Openings))
        {
            return true;
        }

        if (start.StartsWith("<?xml", StringComparison.Ordinal))
        {
            return start.IndexOf('>') is > 0 and var end && StartsWithAny(SkipProlog(start[(end + 1)..]), Openings);
        }

        var tags = CountTags(text);
        return (start is ['<', ..] && StartsWithAny(start, Tags) && tags >= ManyTags) || (tags > 0 && IsNamedHtml(file));
    }

    private static bool IsNamedHtml(SourceFile file) =>
        file.MediaType?.Contains("html", StringComparison.OrdinalIgnoreCase) == true
        || Path.GetExtension(file.Name).ToLowerInvariant() is ".html" or ".htm" or ".xhtml" or ".shtml";

    private static string Opening(ReadOnlySpan<byte> bytes)
    {
        var opening = bytes[..Math.Min(bytes.Length, SearchedBytes)];
        return ByteOrderMark.Find(opening) is { } mark ? mark.Encoding.GetString(opening[mark.Length..])
            : Utf16Pattern.Detect(opening) is { } utf16 ? utf16.GetString(opening)
            : Encoding.Latin1.GetString(opening);
    }

    private static ReadOnlySpan<char> SkipProlog(ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        while (text.StartsWith("<!--", StringComparison.Ordinal))
        {
            var end = text.IndexOf("-->", StringComparison.Ordinal);
            text = end < 0 ? [] : text[(end + 3)..].TrimStart();
        }

        return text;
    }

    private static int CountTags(string text)
    {
        var count = 0;
        for (var at = text.IndexOf('<', StringComparison.Ordinal); at >= 0 && count < ManyTags; at = text.IndexOf('<', at + 1))
        {
            count += StartsWithAny(text.AsSpan(at), Tags) ? 1 : 0;
        }

        return count;
    }

    private static bool StartsWithAny(ReadOnlySpan<char> text, string[] names)
    {
        if (text is not ['<', ..])
        {
            return false;
        }

        foreach (var name in names)
        {
            if (text[1..].StartsWith(name, StringComparison.OrdinalIgnoreCase) && (text.Length == name.Length + 1 || !(char.IsLetterOrDigit(text[name.Length + 1]) || text[name.Length + 1] is '-' or ':')))
            {
                return true;
            }
        }

        return false;
    }
}
