namespace Pipeline.Text.Parsing.PlainText;

/// <summary>Names markup and data formats that are text but not plain text, by their first characters.</summary>
internal static class MarkupSignature
{
    /// <summary>Returns what the text looks like, with its article, or null where it may be plain text.</summary>
    public static string? Identify(string text)
    {
        var start = text.AsSpan().TrimStart(" \n");
        return start switch
        {
            ['<', '?', 'x', 'm', 'l', ..] => "an XML document",
            ['<', '!', '-', '-', ..] => "an HTML document",
            ['<', ..] when StartsWithTag(start, "!doctype") || StartsWithTag(start, "html") || StartsWithTag(start, "head") || StartsWithTag(start, "body") => "an HTML document",
            ['<', ..] when StartsWithTag(start, "rss") || StartsWithTag(start, "feed") || StartsWithTag(start, "nitf") || StartsWithTag(start, "newsItem") => "an XML document",
            ['{', ..] when start[1..].TrimStart(" \n") is ['"', ..] => "a JSON document",
            ['[', ..] when start[1..].TrimStart(" \n") is ['{', ..] => "a JSON document",
            _ => null,
        };
    }

    private static bool StartsWithTag(ReadOnlySpan<char> text, string name) =>
        text.Length > name.Length + 1 && text[1..].StartsWith(name, StringComparison.OrdinalIgnoreCase) && !char.IsLetterOrDigit(text[name.Length + 1]);
}
