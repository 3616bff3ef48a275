using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Pipeline.Text.Parsing.Dates;

/// <summary>Looks up names of months (see <see cref="MonthTable"/>), in any case and also without their accents.</summary>
internal static class MonthNames
{
    /// <summary>The longest name, in UTF-16 code units.</summary>
    public const int MaxLength = 16;

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Months = ReadTable().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Returns the month of a name, from 1 to 12, or null.</summary>
    public static int? Month(ReadOnlySpan<char> name) =>
        name.Length <= MaxLength && Months.TryGetValue(name, out var month) ? month : null;

    /// <summary>Tells whether a word names a day of the week.</summary>
    public static bool IsDayOfWeek(ReadOnlySpan<char> name) => DayNames.Contains(name);

    /// <summary>Reads a month's name at the scanner's place, which may be two words or letters with full stops between; the longest that is one.</summary>
    /// <returns>The month, or 0: then the scanner stays.</returns>
    public static int Read(ref TextScanner scanner)
    {
        int start = scanner.Position, end = start, month = 0;
        for (var words = 0; words < 3; words++)
        {
            var word = words > 0 && char.IsDigit(scanner.Current) ? scanner.ReadDigits() : scanner.ReadLetters();
            if (word.IsEmpty)
            {
                break;
            }

            if (Month(scanner.Since(start)) is { } known)
            {
                (month, end) = (known, scanner.Position);
            }

            if (!scanner.SkipAny(" ."))
            {
                break;
            }
        }

        scanner.Position = month > 0 ? end : start;
        return month;
    }

    private static FrozenDictionary<string, int> ReadTable()
    {
        var months = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (_, row) in MonthTable.Rows)
        {
            var cells = row.Split('|');
            for (var i = 0; i < cells.Length; i++)
            {
                foreach (var name in cells[i].Split(','))
                {
                    months.TryAdd(name.Normalize(NormalizationForm.FormC), i + 1);
                    months.TryAdd(WithoutAccents(name), i + 1);
                }
            }
        }

        return months.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private static string WithoutAccents(string name) =>
        string.Concat(name.Normalize(NormalizationForm.FormD).Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark || c > '\u0400')).Normalize(NormalizationForm.FormC);
}
