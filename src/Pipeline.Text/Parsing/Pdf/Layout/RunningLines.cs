using System.Text;

namespace Pipeline.Text.Parsing.Pdf.Layout;

/// <summary>
/// Takes out what pages repeat at their head and foot: the running title, the date of the issue, the address and the date
/// of a printed web page, page numbers.
/// </summary>
internal static class RunningLines
{
    // How many rows from the edge may run, and which part of the page's height they keep to. Chosen.
    private const int MaxRows = 4;
    private const double EdgeShare = 0.14;

    // Left and right pages of a book have their own heads.
    private const int PagesPerHead = 2;

    /// <summary>Takes such rows out of all pages.</summary>
    /// <param name="pages">The rows of each page from the top down; rows are removed.</param>
    /// <param name="heights">The heights of the pages in points.</param>
    /// <returns>What was taken out, each text once, in order.</returns>
    public static List<string> Remove(IReadOnlyList<List<PdfRow>> pages, IReadOnlyList<double> heights)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var page = 0; page < pages.Count; page++)
        {
            foreach (var key in Edge(pages[page], heights[page]).Select(row => Key(row, heights[page])).Distinct())
            {
                counts[key] = counts.GetValueOrDefault(key) + 1;
            }
        }

        var wanted = Math.Max(2, (pages.Count + PagesPerHead) / (PagesPerHead + 1));
        var removed = new List<string>();
        for (var page = 0; page < pages.Count; page++)
        {
            var height = heights[page];
            var edge = Edge(pages[page], height)
                .Where(row => IsPageNumber(Text(row)) || IsPrintedByBrowser(Text(row)) || (pages.Count > 1 && counts[Key(row, height)] >= wanted))
                .ToHashSet(ReferenceEqualityComparer.Instance);
            removed.AddRange(pages[page].Where(edge.Contains).Select(Text).Where(text => !removed.Contains(text)));
            pages[page].RemoveAll(edge.Contains);
        }

        return removed;
    }

    /// <summary>Returns the first and last rows of a page that stand near its edges.</summary>
    private static IEnumerable<PdfRow> Edge(List<PdfRow> rows, double height)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            var near = rows[i].Baseline > height * (1 - EdgeShare) || rows[i].Baseline < height * EdgeShare;
            if (near && (i < MaxRows || i >= rows.Count - MaxRows))
            {
                yield return rows[i];
            }
        }
    }

    /// <summary>Returns what rows that differ only in numbers have in common: the text without them, and the half of the page.</summary>
    private static string Key(PdfRow row, double height)
    {
        var key = new StringBuilder(row.Baseline > height / 2 ? "^" : "_");
        foreach (var c in Text(row))
        {
            if (!char.IsDigit(c))
            {
                key.Append(char.ToLowerInvariant(c));
            }
            else if (key[^1] != '#')
            {
                key.Append('#');
            }
        }

        return key.ToString();
    }

    private static string Text(PdfRow row) => LineText.Build(row.Words).Text;

    /// <summary>Tells whether a row is what browsers print around a page: the day and the title above it, the address and the page's number below.</summary>
    private static bool IsPrintedByBrowser(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 2
            && (words[0].Contains("://", StringComparison.Ordinal)
                ? IsPageNumber(words[^1])
                : char.IsAsciiDigit(words[0][0]) && words[0][^1] == ',' && words[0].AsSpan().ContainsAny('/', '.', '-') && char.IsAsciiDigit(words[1][0]) && words[1].Contains(':', StringComparison.Ordinal));
    }

    /// <summary>Tells whether a row is a page's number: <c>3</c>, <c>- 3 -</c>, <c>Page 3 of 7</c>, <c>3/7</c>.</summary>
    private static bool IsPageNumber(string text)
    {
        var rest = text.AsSpan().Trim(" -–—|[]().");
        if (rest.IsEmpty || rest.Length > 20 || !rest.ContainsAnyInRange('0', '9'))
        {
            return false;
        }

        foreach (var word in (ReadOnlySpan<string>)["page", "pagina", "página", "seite", "sida", "side", "strona", "pág", "pag", "p"])
        {
            if (rest.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                rest = rest[word.Length..].TrimStart(" .");
                break;
            }
        }

        var numbers = 0;
        foreach (var range in rest.SplitAny(" /"))
        {
            var part = rest[range];
            if (part is "of" or "von" or "de" or "sur" or "di" or "av" or "af" or "z" or "van" || part.IsEmpty)
            {
                continue;
            }

            if (part.ContainsAnyExceptInRange('0', '9') || part.Length > 4)
            {
                return false;
            }

            numbers++;
        }

        return numbers is 1 or 2;
    }
}
