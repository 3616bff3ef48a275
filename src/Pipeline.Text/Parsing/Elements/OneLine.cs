using System.Net;
using System.Text;
using Pipeline.Text.Parsing.Decoding;

namespace Pipeline.Text.Parsing.Elements;

/// <summary>Brings text of any kind to one normalised line.</summary>
internal static class OneLine
{
    /// <summary>Returns the text in NFC with every run of white space, line breaks included, as one space, and none around it; null where nothing is left.</summary>
    public static string? Of(string? text) => text is not null && Fold(text) is { Length: > 0 } line ? line : null;

    /// <summary>Does the same with a value that may hold markup of its own, as headlines and names in data do: without tags, its character references resolved.</summary>
    public static string? OfMarkup(string? text) => FoldMarkup(text) is { Length: > 0 } line ? line : null;

    /// <summary>Returns what <see cref="Of"/> does, and an empty text where nothing is left.</summary>
    public static string Fold(string text)
    {
        if (IsFolded(text))
        {
            return text;
        }

        var normal = TextNormalizer.Normalize(text);
        var line = new StringBuilder(normal.Length);
        var space = false;
        foreach (var c in normal)
        {
            if (char.IsWhiteSpace(c))
            {
                space = line.Length > 0;
                continue;
            }

            if (space)
            {
                line.Append(' ');
                space = false;
            }

            line.Append(c);
        }

        return line.ToString();
    }

    /// <summary>Tells whether a text is ASCII on one line already, as most are.</summary>
    private static bool IsFolded(string text) =>
        !text.AsSpan().ContainsAnyExceptInRange(' ', '~') && !text.StartsWith(' ') && !text.EndsWith(' ') && !text.Contains("  ", StringComparison.Ordinal);

    /// <summary>Returns what <see cref="OfMarkup"/> does, and an empty text where nothing is left.</summary>
    public static string FoldMarkup(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        // Values are escaped twice more often than they mean a reference.
        for (var i = 0; i < 2 && text.Contains('&', StringComparison.Ordinal); i++)
        {
            text = WebUtility.HtmlDecode(text);
        }

        return Fold(text.Contains('<', StringComparison.Ordinal) ? WithoutTags(text) : text);
    }

    private static string WithoutTags(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var opens = text[i] == '<' && i + 1 < text.Length && (char.IsAsciiLetter(text[i + 1]) || text[i + 1] is '/' or '!');
            if (!opens || text.IndexOf('>', i) is not (> 0 and var end))
            {
                result.Append(text[i]);
                if (opens)
                {
                    // No tag ends from here on.
                    return result.Append(text, i + 1, text.Length - i - 1).ToString();
                }

                continue;
            }

            result.Append(text.AsSpan(i, end - i).StartsWith("<br", StringComparison.OrdinalIgnoreCase) ? " " : "");
            i = end;
        }

        return result.ToString();
    }
}
