using System.Collections.Frozen;
using Pipeline.Text.Parsing.Dates;

namespace Pipeline.Text.Parsing.Structure;

/// <summary>
/// Reads bylines: <c>By Jane Doe and John Roe, Staff Writer</c>, <c>BY JANE DOE</c>, <c>By Jane Doe | Reuters</c>,
/// <c>By The Associated Press</c>. Every part must be a name, an agency, a role or a place, so that a sentence that
/// starts with "By" is none.
/// </summary>
internal static class BylineParser
{
    private const int MaxLength = 200;

    private static readonly string[] Openings =
        ["written by ", "reported by ", "reporting by ", "story by ", "words by ", "posted by ", "analysis by ", "opinion by ", "by: ", "by ", "von ", "par ", "por "];

    private static readonly string[] PartSeparators = [",", ";", "|", "•", "·", " / ", " - ", " – ", " — ", " and ", " AND ", " & ", " und ", " et ", " y ", " e "];

    private static readonly FrozenSet<string> RoleWords =
        ("writer reporter correspondent editor staff columnist bureau chief contributor contributing analyst producer journalist special desk newsroom "
        + "photographer reporters writers editors correspondents contributors critic anchor team senior international political").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a line that starts as bylines do, or returns null.</summary>
    public static Byline? Parse(string line)
    {
        if (line.Length > MaxLength || Array.Find(Openings, opening => line.StartsWith(opening, StringComparison.OrdinalIgnoreCase)) is not { } opening)
        {
            return null;
        }

        return ParseNames(line[opening.Length..]);
    }

    /// <summary>Reads names without an opening, as they stand behind a label or in a credit, or returns null.</summary>
    public static Byline? ParseNames(string text)
    {
        text = text.Trim().TrimStart('.', ':').Trim();
        if (text.Length > MaxLength)
        {
            return null;
        }

        text = CutDate(text, out var published);
        var (authors, source) = (new List<string>(), (string?)null);
        foreach (var part in text.Split(PartSeparators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!TryRead(part, authors, ref source))
            {
                return null;
            }
        }

        return authors.Count > 0 || source is not null ? new Byline(authors, source, published) : null;
    }

    private static bool TryRead(string part, List<string> authors, ref string? source)
    {
        if (NewsAgencies.IsKnown(part.EndsWith(" Staff", StringComparison.OrdinalIgnoreCase) ? part[..^6] : part))
        {
            source ??= part.EndsWith(" Staff", StringComparison.OrdinalIgnoreCase) ? part[..^6] : part;
            return true;
        }

        if (IsRole(part) || part.StartsWith('@'))
        {
            return true;
        }

        if (NewsAgencies.LooksLikeOutlet(part))
        {
            source ??= part;
            return true;
        }

        // "Jane Doe in Washington", "Jane Doe for the Herald", "Jane Doe of the Herald"
        var name = part;
        foreach (var link in (ReadOnlySpan<string>)[" in ", " for ", " of ", " at "])
        {
            if (part.IndexOf(link, StringComparison.OrdinalIgnoreCase) is > 0 and var at)
            {
                name = part[..at].TrimEnd();
                var rest = part[(at + link.Length)..].Trim();
                source ??= link is not " in " && NewsAgencies.LooksLikeOutlet(rest) ? rest : null;
                break;
            }
        }

        // A bracketed remark: "Jane Doe (Reuters)", "Jane Doe (she/her)".
        if (name.IndexOf('(', StringComparison.Ordinal) is > 0 and var bracket && name.EndsWith(')'))
        {
            var inside = name[(bracket + 1)..^1];
            source ??= NewsAgencies.IsKnown(inside) ? inside : null;
            name = name[..bracket].TrimEnd();
        }

        if (PersonName.IsLikely(name))
        {
            var recased = PersonName.Recase(name);
            if (!authors.Contains(recased))
            {
                authors.Add(recased);
            }

            return true;
        }

        // What follows a name and is short and capitalised is its place, or the end of its place ("Washington, D.C.") or name ("Jr.").
        return authors.Count > 0 && part.Length <= 20 && char.IsUpper(part[0]) && !part.Contains(' ', StringComparison.Ordinal);
    }

    private static bool IsRole(string part) =>
        part.Length <= 60 && part.Split(' ') is { Length: <= 6 } words && Array.Exists(words, word => RoleWords.Contains(word.Trim('.', '\'', '’')));

    /// <summary>Takes a date off the end: <c>Jane Doe, Nov. 17, 2023</c>.</summary>
    private static string CutDate(string text, out PublicationDate? published)
    {
        published = null;
        for (var at = text.IndexOf(' ', StringComparison.Ordinal); at > 0; at = text.IndexOf(' ', at + 1))
        {
            if (PublicationDateParser.TryParse(text.AsSpan(at + 1), out var date))
            {
                published = date;
                return text[..at].TrimEnd(' ', ',', '|', '-', '–', '—', '•', '·', '/');
            }
        }

        return text;
    }
}
