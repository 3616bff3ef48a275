using System.Collections.Frozen;

namespace Pipeline.Text.Parsing.NewsXml.Feeds;

/// <summary>Finds the outlet in the title of a feed, which often names a section as well: <c>Harbour Post - Business</c>, <c>World news | Harbour Post</c>.</summary>
internal static class FeedTitle
{
    private static readonly string[] Separators = [" - ", " – ", " — ", " | ", " > ", " » ", " / ", " :: ", ": ", " · ", " • "];

    // The names of sections and of feeds. Chosen from how news sites name theirs.
    private static readonly FrozenSet<string> SectionWords =
        ("business world politics sport sports football soccer tech technology science health opinion comment commentary analysis culture arts entertainment lifestyle life style travel education environment climate economy economics finance money markets media "
        + "weather local national international regional us u.s. uk europe africa asia americas middle east latest top stories story headlines news breaking home homepage frontpage front page main all articles posts blog rss atom feed feeds channel section edition and & the of most popular recent "
        + "politik wirtschaft kultur nachrichten schlagzeilen politique économie monde actualités política economía noticias mundo deportes cultura politica economia notizie esteri").Split(' ')
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the title without sections at its ends; a title that is nothing else stays whole.</summary>
    /// <param name="title">The title, one line, or null.</param>
    public static string? Outlet(string? title)
    {
        if (title is null)
        {
            return null;
        }

        var parts = title.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var (start, end) = (Array.FindIndex(parts, part => !IsSection(part)), Array.FindLastIndex(parts, part => !IsSection(part)));
        if (start < 0 || (start == 0 && end == parts.Length - 1))
        {
            return title;
        }

        var from = title.IndexOf(parts[start], StringComparison.Ordinal);
        return title[from..(title.LastIndexOf(parts[end], StringComparison.Ordinal) + parts[end].Length)];
    }

    private static bool IsSection(string part) => Array.TrueForAll(part.Split(' ', StringSplitOptions.RemoveEmptyEntries), SectionWords.Contains);
}
