using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using Pipeline.Text.Parsing.Html;

namespace Pipeline.Text.Parsing.NewsXml.Feeds;

/// <summary>Makes HTML of the text of a post as WordPress stores it: blank lines part paragraphs, and shortcodes stand for what is put in when it is shown.</summary>
internal static class WordPressText
{
    private const int MaxShortcodeLength = 1_000;

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_-");

    // What stands inside these is no text.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Media =
        "caption wp_caption gallery playlist audio video embed googlemaps youtube vimeo tweet instagram".Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Returns the text as HTML.</summary>
    /// <param name="text">The text as it is stored.</param>
    public static string ToHtml(string text)
    {
        var html = new StringBuilder(text.Length + 64);
        foreach (var part in WithoutShortcodes(WithoutComments(text)).ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            _ = StartsWithBlock(part) ? html.Append(part).Append('\n') : html.Append("<p>").Append(part).Append("</p>");
        }

        return html.ToString();
    }

    private static bool StartsWithBlock(string part) => part[0] == '<' && part.IndexOf('>', StringComparison.Ordinal) is > 0 and var end && HtmlLook.HasBlockTag(part[..(end + 1)]);

    /// <summary>Takes out comments: the editor marks its blocks with them.</summary>
    private static string WithoutComments(string text)
    {
        var result = new StringBuilder(text.Length);
        var at = 0;
        while (text.IndexOf("<!--", at, StringComparison.Ordinal) is >= 0 and var start && text.IndexOf("-->", start + 4, StringComparison.Ordinal) is >= 0 and var end)
        {
            result.Append(text, at, start - at);
            at = end + 3;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>Takes out shortcodes; of those around text that is no medium, the text stays.</summary>
    private static string WithoutShortcodes(string text)
    {
        var closed = ClosedNames(text);
        var result = new StringBuilder(text.Length);
        var at = 0;
        while (text.IndexOf('[', at) is >= 0 and var start)
        {
            result.Append(text, at, start - at);
            at = start + 1;
            if (Read(text, start, out var name) is not { } end || !(closed.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var lastClose) || Media.Contains(name) || text.AsSpan(start, end - start).Contains('=')))
            {
                result.Append('[');
                continue;
            }

            at = end;
            if (Media.Contains(name) && lastClose > end && text.IndexOf($"[/{name}]", end, StringComparison.Ordinal) is >= 0 and var close)
            {
                at = close + name.Length + 3;
            }
        }

        return result.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>Returns the names that are closed somewhere, with where they are closed last.</summary>
    private static Dictionary<string, int> ClosedNames(string text)
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = text.IndexOf("[/", StringComparison.Ordinal); at >= 0; at = text.IndexOf("[/", at + 2, StringComparison.Ordinal))
        {
            if (Read(text, at, out var name) is { } end && end == at + name.Length + 3)
            {
                names[name.ToString()] = at;
            }
        }

        return names;
    }

    /// <summary>Reads a shortcode, opening or closing, and returns where it ends; null where there is none.</summary>
    private static int? Read(string text, int start, out ReadOnlySpan<char> name)
    {
        var inside = text.AsSpan(start + 1, Math.Min(MaxShortcodeLength, text.Length - start - 1));
        var length = inside.IndexOfAny('[', ']');
        name = default;
        if (length <= 0 || inside[length] != ']')
        {
            return null;
        }

        var word = inside[..length].TrimStart('/');
        var end = word.IndexOfAny(" \t\n/=");
        name = end < 0 ? word : word[..end];
        return name.IsEmpty || name.ContainsAnyExcept(NameCharacters) ? null : start + length + 2;
    }
}
