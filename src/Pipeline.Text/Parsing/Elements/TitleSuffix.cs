namespace Pipeline.Text.Parsing.Elements;

/// <summary>Knows the publisher's name behind a title: <c>Council closes the pier - The Harbour Post</c>.</summary>
internal static class TitleSuffix
{
    private static readonly string[] Separators = [" - ", " – ", " — ", " | ", " :: ", " · "];

    /// <summary>Returns the title without the source's name; the same where it does not end in it, or is nothing else.</summary>
    public static string? Remove(string? title, string? source)
    {
        if (title is null || source is null || !title.EndsWith(source, StringComparison.OrdinalIgnoreCase))
        {
            return title;
        }

        var rest = title[..^source.Length];
        var separator = Array.Find(Separators, candidate => rest.EndsWith(candidate, StringComparison.Ordinal));
        return separator is not null && rest.Length > separator.Length ? rest[..^separator.Length].TrimEnd() : title;
    }
}
