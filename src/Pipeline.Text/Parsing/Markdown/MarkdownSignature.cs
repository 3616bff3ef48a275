using Pipeline.Text.Parsing.Decoding;

namespace Pipeline.Text.Parsing.Markdown;

/// <summary>Knows Markdown by its name, or by what plain text does not have: front matter or labelled lines, or headings with <c>#</c> and links together.</summary>
internal static class MarkdownSignature
{
    private static readonly string[] Extensions = [".md", ".markdown", ".mdown", ".mkd"];

    /// <summary>Tells whether a file is Markdown.</summary>
    public static bool IsMatch(SourceFile file)
    {
        if (Array.Exists(Extensions, extension => file.Name.EndsWith(extension, StringComparison.OrdinalIgnoreCase)))
        {
            return BinarySignature.Identify(file.Content.Span) is null;
        }

        var text = TextPrefix.Read(file.Content.Span);
        return text is ['-' or '+' or 'T', ..] && FrontMatter.Split(text) is { Fence: not null } split
            ? FrontMatter.HasKnownField(split)
            : HasHeadingAndLink(text);
    }

    private static bool HasHeadingAndLink(string text)
    {
        var (heading, link) = (false, false);
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan(range).TrimEnd();
            var level = line.IndexOfAnyExcept('#');
            heading |= level is > 0 and <= 6 && line.Length > level + 1 && line[level] == ' ';
            link |= HasLink(line);
            if (heading && link)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Tells whether a line holds <c>[text](address)</c>.</summary>
    private static bool HasLink(ReadOnlySpan<char> line)
    {
        var middle = line.IndexOf("](", StringComparison.Ordinal);
        return middle > 0 && line[..middle].Contains('[') && line[middle..].Contains(')')
            && (line[(middle + 2)..].StartsWith("http", StringComparison.OrdinalIgnoreCase) || line[middle + 2] is '/' or '#');
    }
}
