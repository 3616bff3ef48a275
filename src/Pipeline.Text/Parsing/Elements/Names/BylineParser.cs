using Pipeline.Text.Parsing.Dates;

namespace Pipeline.Text.Parsing.Elements.Names;

/// <summary>
/// Reads bylines: <c>By Jane Doe and John Roe, Staff Writer</c>, <c>BY JANE DOE</c>, <c>By Jane Doe | Reuters</c>,
/// <c>By The Associated Press</c>. Every part must be a name, an agency, a role or a place, so that a sentence that
/// starts with "By" is none.
/// </summary>
internal static class BylineParser
{
    private const int MaxLength = 200;

    /// <summary>Reads a line that starts as bylines do, or returns null.</summary>
    public static Byline? Parse(string line) =>
        line.Length <= MaxLength && BylineOpening.CutPhrase(line) is { } names ? ParseNames(names) : null;

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
        foreach (var part in AuthorParts.SplitAll(text))
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
        foreach (var special in (ReadOnlySpan<string>)["special to ", "special for "])
        {
            part = part.StartsWith(special, StringComparison.OrdinalIgnoreCase) ? part[special.Length..] : part;
        }

        var agency = part.EndsWith(" staff", StringComparison.OrdinalIgnoreCase) ? part[..^6] : part;
        if (NewsAgencies.IsKnown(agency))
        {
            source ??= agency;
            return true;
        }

        if (part.StartsWith('@') || JobWords.IsDesk(part) || (authors.Count > 0 && JobWords.IsJob(part) && !PersonName.IsLikely(part)))
        {
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

        if (NewsAgencies.LooksLikeOutlet(part) && !(name != part && PersonName.IsLikely(name)))
        {
            source ??= part;
            return true;
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

    /// <summary>Takes a date off the end: <c>Jane Doe, Nov. 17, 2023</c>.</summary>
    private static string CutDate(string text, out PublicationDate? published)
    {
        published = null;
        for (var at = text.IndexOf(' ', StringComparison.Ordinal); at > 0; at = text.IndexOf(' ', at + 1))
        {
            if (PublicationDateParser.TryParse(text.AsSpan(at + 1), out var date))
            {
                published = date;
                return AuthorParts.CutAt(text, at);
            }
        }

        return text;
    }
}
