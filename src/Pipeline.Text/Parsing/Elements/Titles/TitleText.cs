using Pipeline.Text.Parsing.Elements.Names;

namespace Pipeline.Text.Parsing.Elements.Titles;

/// <summary>Cleans titles of what is not theirs, and compares them by their words.</summary>
internal static class TitleText
{
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " · ", " • ", " » ", " « ", " :: ", " ‹ ", " › ", " / ", " ~ ", " ⋆ ", " ∣ ", " ｜ ", "｜", " |", "| ", ": "];

    // "The Weekly Review" may be what a title of fewer words is about. Chosen.
    private const int MinWordsBeforeOutlet = 3;

    /// <summary>Takes the site's name off both ends of a title; a known agency's or an outlet's also where the file does not name its site.</summary>
    public static string Clean(string? title, SiteNames names) => CleanLine(OneLine.FoldMarkup(title), names);

    /// <summary>Takes the site's name off both ends of a line of plain text.</summary>
    public static string CleanLine(string text, SiteNames names)
    {
        for (var again = true; again;)
        {
            again = false;
            foreach (var separator in Separators)
            {
                var last = text.LastIndexOf(separator, StringComparison.Ordinal);
                if (last > 0 && separator != ": " && IsSite(text[..last], text[(last + separator.Length)..], separator, names))
                {
                    (text, again) = (text[..last].TrimEnd(), true);
                }

                var first = text.IndexOf(separator, StringComparison.Ordinal);
                if (first > 0 && (names.IsName(text[..first]) || (separator != ": " && (NewsAgencies.IsKnown(text.AsSpan(0, first)) || IsOutlet(text[(first + separator.Length)..], text[..first])))))
                {
                    (text, again) = (text[(first + separator.Length)..].TrimStart(), true);
                }
            }
        }

        return text.Trim(' ', '|', '·', '•', '»', '«');
    }

    /// <summary>Takes the publisher's name off a title that data give; null stays null, and a title that is nothing else stays whole.</summary>
    /// <param name="title">The title, one line of plain text.</param>
    /// <param name="source">The publisher's name, or null.</param>
    /// <param name="address">The article's address, or null.</param>
    public static string? WithoutSource(string? title, string? source, string? address) =>
        title is null ? null : CleanLine(title, new SiteNames(source is null ? [] : [source], address)) is { Length: > 0 } clean ? clean : title;

    /// <summary>Tells whether two titles have the same words in the same order.</summary>
    public static bool Same(string first, string second) => Key(first) == Key(second);

    /// <summary>Tells whether the words of a text stand in a title, in order and next to each other.</summary>
    public static bool Contains(string title, string text) => Key(text) is { Length: > 1 } key && Key(title).Contains(key, StringComparison.Ordinal);

    /// <summary>Counts the words.</summary>
    public static int Words(string text) => Key(text).AsSpan().Count(' ') - 1;

    /// <summary>Takes a short last part off that a bar sets apart: with no heading to compare with, it is the site's or the section's.</summary>
    public static string CutTail(string text)
    {
        var bar = text.LastIndexOf(" | ", StringComparison.Ordinal);
        return bar > 0 && Words(text[..bar]) >= 2 && Words(text[(bar + 3)..]) <= 5 ? text[..bar].TrimEnd() : text;
    }

    /// <summary>Returns the share of the first title's words that the second has.</summary>
    public static double Overlap(string first, string second)
    {
        var words = Key(first).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var other = Key(second).Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        return words.Length == 0 ? 0 : (double)words.Count(other.Contains) / words.Length;
    }

    private static bool IsSite(string rest, string text, string separator, SiteNames names) =>
        separator is " | " or " |" or "| " or " ｜ " or "｜" or " ∣ " ? names.IsNear(text) || IsOutlet(rest, text)
        : !text.Contains(", ", StringComparison.Ordinal) && (names.IsNear(text) || IsOutlet(rest, text));

    /// <summary>Tells whether an outlet's name ends a title that says enough without it.</summary>
    private static bool IsOutlet(string rest, string text) => Words(rest) >= MinWordsBeforeOutlet && NewsAgencies.EndsAsOutlet(text);

    /// <summary>Returns the words in lower case, a space before and behind each.</summary>
    private static string Key(string text)
    {
        var key = new System.Text.StringBuilder(text.Length + 2).Append(' ');
        var space = true;
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark)
            {
                key.Append(char.ToLowerInvariant(c));
                space = false;
            }
            else if (!space)
            {
                key.Append(' ');
                space = true;
            }
        }

        return (space ? key : key.Append(' ')).ToString();
    }
}
