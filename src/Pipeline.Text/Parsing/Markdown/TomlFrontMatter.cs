using System.Text.Json;

namespace Pipeline.Text.Parsing.Markdown;

/// <summary>Reads the simple keys of TOML as JSON: strings, dates, numbers, and lists of strings; also those of tables (<c>[extra]</c>), as if they stood at the top.</summary>
internal static class TomlFrontMatter
{
    private const int MaxKeys = 200;

    /// <summary>Returns the keys with their values; null where there is none.</summary>
    public static JsonDocument? Parse(string text)
    {
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length && values.Count < MaxKeys; i++)
        {
            var equals = lines[i].IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || lines[i].TrimStart().StartsWith('#'))
            {
                continue;
            }

            var (key, value) = (lines[i][..equals].Trim().Trim('"', '\''), lines[i][(equals + 1)..].Trim());

            // A list may go over several lines.
            while (value.StartsWith('[') && !value.Contains(']', StringComparison.Ordinal) && i + 1 < lines.Length)
            {
                value += lines[++i].Trim();
            }

            values.TryAdd(key, value.StartsWith('[') ? List(value) : Scalar(value));
        }

        return values.Count > 0 ? JsonSerializer.SerializeToDocument(values) : null;
    }

    private static List<string> List(string text)
    {
        var items = new List<string>();
        for (var at = text.AsSpan().IndexOfAny('"', '\''); at >= 0;)
        {
            var end = StringEnd(text, at);
            items.Add(Unquote(text[at..end]));
            var next = text.AsSpan(end).IndexOfAny('"', '\'');
            at = next < 0 ? -1 : end + next;
        }

        return items;
    }

    private static string Scalar(string text) =>
        text is ['"' or '\'', ..]
            ? Unquote(text[..StringEnd(text, 0)])
            : text.IndexOf('#', StringComparison.Ordinal) is >= 0 and var comment ? text[..comment].TrimEnd() : text;

    /// <summary>Returns the offset past the string that starts at an offset.</summary>
    private static int StringEnd(string text, int start)
    {
        var quote = text[start];
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == '\\' && quote == '"')
            {
                i++;
            }
            else if (text[i] == quote)
            {
                return i + 1;
            }
        }

        return text.Length;
    }

    private static string Unquote(string text)
    {
        var inside = text.Length > 1 && text[^1] == text[0] ? text[1..^1] : text[1..];
        return text[0] == '"' ? inside.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal) : inside;
    }
}
