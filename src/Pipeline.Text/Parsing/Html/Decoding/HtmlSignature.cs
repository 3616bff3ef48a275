using Pipeline.Text.Parsing.Decoding;

namespace Pipeline.Text.Parsing.Html.Decoding;

/// <summary>Knows HTML by its first bytes.</summary>
internal static class HtmlSignature
{
    private const int SearchedBytes = 4 * 1024;

    // One tag may stand in any text; so many make a page without a head. Chosen.
    private const int ManyTags = 3;

    private static readonly string[] Openings = ["!doctype html", "html", "head", "body"];

    /// <summary>Tells whether a file is HTML: it opens as a page does, or with many tags; or a few tags where name or media type say so.</summary>
    public static bool IsMatch(SourceFile file)
    {
        var text = TextPrefix.Read(file.Content.Span, SearchedBytes);
        var start = SkipProlog(text);
        if (IsPage(start))
        {
            return true;
        }

        if (start.StartsWith("<?xml", StringComparison.Ordinal))
        {
            return start.IndexOf('>') is > 0 and var end && IsPage(SkipProlog(start[(end + 1)..]));
        }

        var tags = HtmlLook.CountTags(text, ManyTags);
        return (HtmlLook.StartsWithTag(start) && tags >= ManyTags) || (tags > 0 && IsNamedHtml(file));
    }

    private static bool IsNamedHtml(SourceFile file) =>
        file.MediaType?.Contains("html", StringComparison.OrdinalIgnoreCase) == true
        || Path.GetExtension(file.Name).ToLowerInvariant() is ".html" or ".htm" or ".xhtml" or ".shtml";

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

    private static bool IsPage(ReadOnlySpan<char> text)
    {
        if (text is not ['<', .. var name])
        {
            return false;
        }

        foreach (var opening in Openings)
        {
            if (name.StartsWith(opening, StringComparison.OrdinalIgnoreCase) && (name.Length == opening.Length || !(char.IsLetterOrDigit(name[opening.Length]) || name[opening.Length] is '-' or ':')))
            {
                return true;
            }
        }

        return false;
    }
}
