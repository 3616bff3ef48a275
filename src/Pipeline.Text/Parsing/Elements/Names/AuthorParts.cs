using Pipeline.Text.Parsing.Dates;

namespace Pipeline.Text.Parsing.Elements.Names;

/// <summary>Splits a text that names authors into one part for each, and takes off what stands behind a name.</summary>
internal static class AuthorParts
{
    private const int MaxLength = 400;

    private static readonly string[] Marks = [";", "|", "•", "·", " / ", " - ", " – ", " — ", "、", "，", "\n"];

    private static readonly string[] Conjunctions =
        [" and ", " AND ", " And ", " & ", " und ", " et ", " y ", " e ", " og ", " och ", " ja ", " dan ", " ve ", " i ", " и ", " και ", " with "];

    private static readonly string[] All = [.. Marks, .. Conjunctions, ","];

    /// <summary>Splits a line at all that parts authors, commas included.</summary>
    public static string[] SplitAll(string line) => line.Split(All, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>
    /// Splits the value of a field or the piece of a byline, without its opening and its date. A degree stays with its name,
    /// and a name with the family's first is turned round: <c>Doe, Jane</c>.
    /// </summary>
    public static IReadOnlyList<string> Split(string? value)
    {
        var text = OneLine.FoldMarkup(value);
        if (text.Length is 0 or > MaxLength || text.Contains("://", StringComparison.Ordinal))
        {
            return [];
        }

        text = CutDate(BylineOpening.Cut(text));
        if (PersonName.FromInverted(text) is { } inverted)
        {
            return [inverted];
        }

        var parts = new List<string>();
        foreach (var piece in SplitPeople(text))
        {
            var first = true;
            foreach (var part in piece.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (!first && parts.Count > 0 && PersonName.IsDegree(part))
                {
                    parts[^1] += ", " + part;
                }
                else if (BylineOpening.Cut(part.StartsWith("and ", StringComparison.OrdinalIgnoreCase) ? part[4..] : part) is { Length: > 0 } name)
                {
                    parts.Add(name);
                }

                first = false;
            }
        }

        return parts;
    }

    /// <summary>Takes off what stands behind a person's name: a place, an outlet, a remark in brackets, a role.</summary>
    public static string CutSide(string part)
    {
        part = part.Trim().TrimStart('(', '[', '.').Trim('"', '“', '”', '*', '_').Trim();
        if (part.IndexOf(" (", StringComparison.Ordinal) is > 0 and var bracket)
        {
            part = part[..bracket];
        }

        foreach (var link in (ReadOnlySpan<string>)[" in ", " for ", " of ", " at ", " from ", " on ", " @"])
        {
            if (part.IndexOf(link, StringComparison.Ordinal) is > 0 and var at && AuthorName.IsPerson(part[..at]))
            {
                return PersonName.Recase(part[..at]);
            }
        }

        // "Jane Doe Staff Writer"
        var words = part.Split(' ');
        if (words.Length is > 2 and <= 9)
        {
            var role = Array.FindIndex(words, JobWords.Contains);
            while (role > 2 && JobWords.IsDesk(words[role - 1]))
            {
                role--;
            }

            for (var count = Math.Min(role < 0 ? 0 : role, 4); count >= 2; count--)
            {
                if (PersonName.IsLikely(string.Join(' ', words[..count])) && (count == 2 || count == role))
                {
                    return PersonName.Recase(string.Join(' ', words[..count]));
                }
            }
        }

        return PersonName.IsLikely(part) ? PersonName.Recase(part) : part;
    }

    /// <summary>Takes a text's end off from the date on, with what parts them.</summary>
    public static string CutAt(string text, int date) => text[..date].TrimEnd(' ', ',', '|', '-', '–', '—', '•', '·', '/');

    /// <summary>Splits at marks, and at conjunctions where people are on their sides: <c>Ministry of Health and Welfare</c> is one.</summary>
    private static IEnumerable<string> SplitPeople(string text)
    {
        foreach (var piece in text.Split(Marks, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var sides = piece.Split(Conjunctions, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var people = Array.Exists(sides, side => Array.Exists(side.Split(','), name => AuthorName.IsPerson(CutSide(name))));
            foreach (var side in people ? sides : [piece])
            {
                yield return side;
            }
        }
    }

    private static string CutDate(string text) =>
        DateInText.Find(text, 0, DayOrder.DayFirst) is { Start: > 2 } date ? CutAt(text, date.Start) : text;
}
