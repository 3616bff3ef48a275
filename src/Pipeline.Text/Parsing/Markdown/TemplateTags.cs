using System.Text;

namespace Pipeline.Text.Parsing.Markdown;

/// <summary>Takes out what generators of sites put in when they build a page: shortcodes of Hugo, tags and outputs of Liquid (Jekyll), attributes of kramdown. Text between two of them stays.</summary>
internal static class TemplateTags
{
    // A tag holds a name and some attributes. Chosen.
    private const int MaxLength = 1_000;

    private static readonly (string Open, string Close)[] Tags = [("{{<", ">}}"), ("{{%", "%}}"), ("{{", "}}"), ("{%", "%}"), ("{:", "}")];

    /// <summary>Returns the text without them.</summary>
    public static string Remove(string text)
    {
        var at = text.IndexOf('{', StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        var from = 0;
        for (; at >= 0; at = text.IndexOf('{', at))
        {
            if (End(text, at) is { } end)
            {
                result.Append(text, from, at - from);
                from = at = end;
            }
            else
            {
                at++;
            }
        }

        return result.Append(text, from, text.Length - from).ToString();
    }

    private static int? End(string text, int start)
    {
        var window = text.AsSpan(start, Math.Min(MaxLength, text.Length - start));
        foreach (var (open, close) in Tags)
        {
            if (window.StartsWith(open, StringComparison.Ordinal))
            {
                return window[open.Length..].IndexOf(close, StringComparison.Ordinal) is >= 0 and var length ? start + open.Length + length + close.Length : null;
            }
        }

        return null;
    }
}
