namespace Pipeline.Text.Parsing.Dates;

/// <summary>Reads years that East Asian dates count from the start of an era: <c>令和5年</c>, <c>平成元年</c>, <c>民國112年</c>.</summary>
internal static class EraDate
{
    // The eras of Japan since 1926 with their first days, and the Republic of China's from 1912. Source: the laws and
    // cabinet orders that proclaimed them.
    private static readonly (string Name, DateOnly First, DateOnly Last)[] Eras =
    [
        ("令和", new(2019, 5, 1), DateOnly.MaxValue),
        ("平成", new(1989, 1, 8), new(2019, 4, 30)),
        ("昭和", new(1926, 12, 25), new(1989, 1, 7)),
        ("民國", new(1912, 1, 1), DateOnly.MaxValue),
        ("民国", new(1912, 1, 1), DateOnly.MaxValue),
    ];

    /// <summary>Reads an era's name and a year of it; the day that follows must lie in the era.</summary>
    /// <returns>The Gregorian year and the era's bounds, or null: then the scanner stays.</returns>
    public static (int Year, DateOnly First, DateOnly Last)? Read(ref TextScanner scanner)
    {
        var start = scanner.Position;
        foreach (var (name, first, last) in Eras)
        {
            if (scanner.Rest.StartsWith(name, StringComparison.Ordinal))
            {
                scanner.Position += name.Length;
                scanner.SkipSpaces();
                var year = scanner.Skip('元') ? 1 : scanner.ReadNumber(1, 3);
                if (year >= 1)
                {
                    return (first.Year + year - 1, first, last);
                }

                scanner.Position = start;
            }
        }

        return null;
    }
}
