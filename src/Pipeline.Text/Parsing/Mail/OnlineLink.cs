using System.Net;

namespace Pipeline.Text.Parsing.Mail;

/// <summary>Finds the link to the same text on the web, where it is the text's own address and not one that counts clicks.</summary>
internal static class OnlineLink
{
    // Addresses of articles are short; those that count clicks carry a ticket. Chosen.
    private const int MaxLength = 200;
    private const int MaxQueryLength = 40;
    private const int MaxLinks = 200;
    private const int Window = 200;

    private static readonly string[] Counters = ["click", "track", "redirect", "list-manage", "link.", "links.", "email.", "go.", "sendgrid", "mailchi", "campaign", "/ls/", "/e/c/"];

    /// <summary>Returns the address of a link whose text says that it leads to the web, or is the title; null where there is none.</summary>
    /// <param name="html">The mail.</param>
    /// <param name="title">The title, or null.</param>
    public static string? InHtml(string html, string? title)
    {
        for (int i = 0, at = 0; i < MaxLinks && (at = html.IndexOf("<a ", at, StringComparison.OrdinalIgnoreCase)) >= 0; i++)
        {
            var tagEnd = html.IndexOf('>', at);
            if (tagEnd < 0)
            {
                return null;
            }

            var tag = html.AsSpan(at, Math.Min(tagEnd - at, 2000));
            var text = html.AsSpan(tagEnd + 1, Math.Min(Window, html.Length - tagEnd - 1));
            var close = text.IndexOf("</a", StringComparison.OrdinalIgnoreCase);
            if (close > 0 && PlainText(text[..close]) is var words && (MailPhrases.IsViewOnline(words) || words.Equals(title, StringComparison.OrdinalIgnoreCase)) && Href(tag) is { } address && IsPlain(address))
            {
                return address;
            }

            at = tagEnd;
        }

        return null;
    }

    /// <summary>Returns the address behind such words in a plain text, or null.</summary>
    public static string? InText(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 2000));
        foreach (var range in head.Split('\n'))
        {
            var line = head[range].Trim();
            var at = line.IndexOf("https://", StringComparison.OrdinalIgnoreCase);
            if (at > 0 && MailPhrases.IsViewOnline(line[..at].ToString()))
            {
                var address = line[at..];
                var end = address.IndexOfAny(" >)]");
                var found = (end < 0 ? address : address[..end]).ToString();
                return IsPlain(found) ? found : null;
            }
        }

        return null;
    }

    private static string PlainText(ReadOnlySpan<char> html)
    {
        var text = new System.Text.StringBuilder();
        var inTag = false;
        foreach (var c in html)
        {
            inTag = c == '<' || (inTag && c != '>');
            text.Append(inTag || c == '>' ? ' ' : c);
        }

        return string.Join(' ', WebUtility.HtmlDecode(text.ToString()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string? Href(ReadOnlySpan<char> tag)
    {
        var at = tag.IndexOf("href=", StringComparison.OrdinalIgnoreCase);
        if (at < 0 || at + 6 >= tag.Length || tag[at + 5] is not ('"' or '\''))
        {
            return null;
        }

        var value = tag[(at + 6)..];
        var end = value.IndexOf(tag[at + 5]);
        return end < 0 ? null : WebUtility.HtmlDecode(value[..end].Trim().ToString());
    }

    private static bool IsPlain(string address) =>
        address.Length <= MaxLength && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Query.Length <= MaxQueryLength && uri.AbsolutePath.Length > 1
        && !Array.Exists(Counters, counter => address.Contains(counter, StringComparison.OrdinalIgnoreCase));
}
