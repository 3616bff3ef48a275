using System.Net;
using System.Text;
using Pipeline.Text.Parsing.Decoding;

namespace Pipeline.Text.Parsing.Html.Metadata;

/// <summary>Makes one line of plain text of a value: without tags and entities, normalised, white space folded.</summary>
internal static class OneLine
{
    /// <summary>Cleans a value that may hold markup of its own, as headlines and names in metadata do.</summary>
    public static string Of(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return "";
        }

        // Values are escaped twice more often than they mean an entity.
        for (var i = 0; i < 2 && value.Contains('&', StringComparison.Ordinal); i++)
        {
            value = WebUtility.HtmlDecode(value);
        }

        return Fold(value.Contains('<', StringComparison.Ordinal) ? WithoutTags(value) : value);
    }

    /// <summary>Normalises text and folds white space.</summary>
    public static string Fold(string value)
    {
        value = TextNormalizer.Normalize(value);
        var result = new StringBuilder(value.Length);
        foreach (var c in value)
        {
            if (!char.IsWhiteSpace(c))
            {
                result.Append(c);
            }
            else if (result.Length > 0 && result[^1] != ' ')
            {
                result.Append(' ');
            }
        }

        return result.ToString().TrimEnd();
    }

    private static string WithoutTags(string value)
    {
        var result = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            var opens = value[i] == '<' && i + 1 < value.Length && (char.IsAsciiLetter(value[i + 1]) || value[i + 1] is '/' or '!');
            if (!opens || value.IndexOf('>', i) is not (> 0 and var end))
            {
                result.Append(value[i]);
                if (opens)
                {
                    // No tag ends from here on.
                    return result.Append(value, i + 1, value.Length - i - 1).ToString();
                }

                continue;
            }

            result.Append(value.AsSpan(i, end - i).StartsWith("<br", StringComparison.OrdinalIgnoreCase) ? " " : "");
            i = end;
        }

        return result.ToString();
    }
}
