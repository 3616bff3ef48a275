using System.Collections.Frozen;
using Pipeline.Text.Parsing.Dates;
using Pipeline.Text.Parsing.Elements.Names;

namespace Pipeline.Text.Parsing.Elements;

/// <summary>
/// Reads datelines at the start of a first paragraph: <c>SAN FRANCISCO (Reuters) - </c>,
/// <c>WASHINGTON, Nov. 17 (AP) — </c>, <c>Paris, 17 November 2023 (AFP) –</c>, <c>LAS VEGAS — </c>, <c>(CNN)</c>.
/// The more a form could be plain prose, the more it must show: a place in ordinary case needs an agency or a date,
/// and without either the place must stand in capitals and a new sentence must follow the dash.
/// </summary>
internal static class DatelineParser
{
    private const int MaxLength = 110;
    private const int MaxAgency = 40;

    private static readonly string[] Dashes = [" -- ", " --", "-- ", " — ", "— ", " —", " – ", "– ", " - ", " _ ", ") -", ")-", ")—", ")–", ") "];

    private static readonly FrozenSet<string> NotPlaces =
        ("BREAKING|UPDATE|UPDATED|EXCLUSIVE|WATCH|LIVE|OPINION|ANALYSIS|EXPLAINER|FACT CHECK|FACTBOX|TIMELINE|CORRECTION|EDITORIAL|COMMENTARY|REVIEW|INTERVIEW|VIDEO|PHOTOS|"
        + "BREAKING NEWS|DEVELOPING|JUST IN|FIRST ON FOX|SPOILER ALERT|NOTE|EDITOR'S NOTE|EDITOR’S NOTE|WARNING|PODCAST|LISTEN|READ|POLL|SPECIAL REPORT|Q|A|FAQ").Split('|')
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> LabelWords =
        "IN ON FOR TO WHAT WHY HOW WHO WHERE IS ARE WE YOU YOUR MY OUR DAY NIGHT WEEK TODAY TONIGHT TOMORROW NEWS STORY IDEA LINE POINT FIRST NEXT MORE BEHIND INSIDE ABOUT WATCH READ QUOTE STAT NUMBER NUMBERS PICTURE".Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Returns the dateline at the start of a paragraph, or null.</summary>
    public static Dateline? Parse(string paragraph)
    {
        var window = paragraph.AsSpan(0, Math.Min(paragraph.Length, MaxLength));
        for (var at = 1; at < window.Length; at++)
        {
            if (window[at] is not (' ' or '-' or '—' or '–' or ')'))
            {
                continue;
            }

            foreach (var dash in Dashes)
            {
                if (window[at..].StartsWith(dash, StringComparison.Ordinal)
                    && Read(paragraph, dash[0] == ')' ? at + 1 : at, at + dash.Length, dash is ") ") is { } dateline)
                {
                    return dateline;
                }
            }
        }

        // "(CNN)The president said"
        return window is ['(', ..] && window.IndexOf(')') is > 0 and var close && NewsAgencies.IsKnown(window[1..close])
            ? Close(paragraph, close + 1, window[1..close].ToString(), null)
            : null;
    }

    private static Dateline? Read(string paragraph, int headEnd, int end, bool bare)
    {
        var head = paragraph[..headEnd].Trim();
        var agency = CutAgency(ref head);
        if (agency is null && bare || agency is not null && bare && !NewsAgencies.IsKnown(agency))
        {
            return null;
        }

        if (head.Length == 0)
        {
            return agency is not null && (IsOfKnownAgency(agency) || IsCapitals(agency)) ? Close(paragraph, end, agency, null) : null;
        }

        var (dated, published) = CutDate(ref head);
        var parts = head.Split(',', StringSplitOptions.TrimEntries);
        if (parts.Length > 3 || NotPlaces.Contains(parts[0]) || !Array.TrueForAll(parts, IsCapitalised))
        {
            return null;
        }

        var sure = agency is not null || dated || (IsCapitals(parts[0]) && parts[0].Length >= 3 && !IsLabel(parts[0]));
        return sure ? Close(paragraph, end, agency, published) : null;
    }

    /// <summary>Makes the dateline, if what follows it starts a sentence.</summary>
    private static Dateline? Close(string paragraph, int end, string? agency, PublicationDate? published)
    {
        while (end < paragraph.Length && paragraph[end] is ' ' or '-' or '—' or '–')
        {
            end++;
        }

        var rest = paragraph.AsSpan(end);
        var first = rest.TrimStart("\"'“‘«(");
        return !first.IsEmpty && (char.IsUpper(first[0]) || char.IsDigit(first[0]) || (char.IsLetter(first[0]) && !char.IsLower(first[0]))) && SentenceShape.IsProse(rest)
            ? new Dateline(end, agency, published)
            : null;
    }

    private static string? CutAgency(ref string head)
    {
        var open = head.LastIndexOf('(');
        if (open < 0 || !head.EndsWith(')') || head.Length - open - 2 is < 2 or > MaxAgency)
        {
            return null;
        }

        var agency = head[(open + 1)..^1].Trim();
        if (!char.IsLetter(agency[0]) || !IsCapitalised(agency) && !NewsAgencies.IsKnown(agency))
        {
            return null;
        }

        head = head[..open].TrimEnd(' ', ',');
        return agency;
    }

    /// <summary>Takes a date, with or without a year, off the end of the head.</summary>
    private static (bool Dated, PublicationDate? Published) CutDate(ref string head)
    {
        for (var comma = head.IndexOf(',', StringComparison.Ordinal); comma > 0; comma = head.IndexOf(',', comma + 1))
        {
            var tail = head.AsSpan(comma + 1).Trim();
            if (PublicationDateParser.TryParse(tail, out var date))
            {
                head = head[..comma];
                return (true, date);
            }

            if (PublicationDateParser.IsDayOfMonth(tail))
            {
                head = head[..comma];
                return (true, null);
            }
        }

        return (false, null);
    }

    /// <summary>Tells a rubric in capitals from a place, which has no such words in it: <c>THE BIG IDEA</c>, <c>FIRST IN PLAYBOOK</c>, <c>STRIKE DAY</c>.</summary>
    private static bool IsLabel(string text)
    {
        var words = text.Split(' ');
        return words.Length > 1 && (Array.Exists(words, LabelWords.Contains) || (words[0] == "THE" && words.Length > 2));
    }

    // "Bloomberg", "Bloomberg Opinion"
    private static bool IsOfKnownAgency(string text) => NewsAgencies.IsKnown(text) || (text.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end && NewsAgencies.IsKnown(text.AsSpan(0, end)));

    private static bool IsCapitals(string text) => text.AsSpan().ContainsAnyInRange('A', 'Z') && !text.Any(char.IsLower);

    /// <summary>Tells whether each word starts with a capital, small linking words apart, and is made of letters.</summary>
    private static bool IsCapitalised(string text)
    {
        var words = text.Split(' ');
        return words.Length <= 5 && Array.TrueForAll(words, word => word.Length > 0
            && (char.IsUpper(word[0]) || word is "de" or "la" or "el" or "al" or "of" or "the" or "and" or "do" or "da" or "del" or "sur")
            && word.All(c => char.IsLetter(c) || c is '.' or '-' or '\'' or '’' or '/' or '&'));
    }
}
