using System.Net;
using System.Text;
using Pipeline.Text.Parsing.Decoding;
using Pipeline.Text.Parsing.Html;

namespace Pipeline.Text.Parsing.Elements;

/// <summary>Brings values of fields to one line.</summary>
internal static class OneLine
{
    /// <summary>Returns the text normalised, its white space folded; null where nothing is left.</summary>
    public static string? Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var result = new StringBuilder(text.Length);
        foreach (var c in TextNormalizer.Normalize(text))
        {
            if (c is not (' ' or '\n'))
            {
                result.Append(c);
            }
            else if (result.Length > 0 && result[^1] != ' ')
            {
                result.Append(' ');
            }
        }

        var line = result.ToString().TrimEnd(' ');
        return line.Length > 0 ? line : null;
    }

    /// <summary>Returns the text without tags, its character references resolved, as titles in feeds have them.</summary>
    public static string? OfMarkup(string? text)
    {
        if (text is null)
        {
            return null;
        }

        // Titles are often escaped twice.
        text = HtmlLook.HasReference(text) ? WebUtility.HtmlDecode(text) : text;
        text = HtmlLook.HasReference(text) ? WebUtility.HtmlDecode(text) : text;
        return Of(HtmlLook.HasTag(text) ? string.Join(' ', HtmlFragment.Read(text).Select(passage => passage.Text)) : text);
    }
}
