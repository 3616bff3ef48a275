namespace Pipeline.Text.Parsing.Dates;

/// <summary>Reads a day of the calendar, in numbers or with its month's name: <c>2023-11-17</c>, <c>Nov. 17, 2023</c>, <c>17. november 2023</c>.</summary>
internal static class DayReader
{
    private static readonly string[] OrdinalEndings = ["st", "nd", "rd", "th", "er", "º", "ο", "η", "."];

    private static readonly string[] YearLinks = ["del", "de", "năm", "of"];

    /// <summary>Reads a day at the scanner's place, or returns null; the scanner is then anywhere behind.</summary>
    /// <param name="scanner">The text.</param>
    /// <param name="order">How its writer orders day and month where both could be either.</param>
    public static DateOnly? Read(ref TextScanner scanner, DayOrder order)
    {
        var start = scanner.Position;
        if (NumericDay.Read(ref scanner, order) is { } numeric)
        {
            return numeric;
        }

        scanner.Position = start;
        if (ReadYearFirst(ref scanner) is { } yearFirst)
        {
            return yearFirst;
        }

        scanner.Position = start;
        var (month, day) = ReadMonthAndDay(ref scanner);
        if (month == 0)
        {
            return null;
        }

        // "17 نوفمبر / تشرين الثاني 2023": the month in both of Arabic's ways.
        var second = scanner.Position;
        scanner.SkipSpaces();
        if (!(scanner.SkipAny("/-") && SkipMonth(ref scanner, month)))
        {
            scanner.Position = second;
        }

        _ = scanner.SkipAny(",،-/");
        scanner.SkipSpaces();
        foreach (var link in YearLinks)
        {
            if (scanner.SkipWord(link))
            {
                break;
            }
        }

        _ = scanner.Rest.StartsWith("พ.ศ.", StringComparison.Ordinal) ? scanner.Position += 4 : 0;
        scanner.SkipSpaces();
        var yearStart = scanner.Position;
        var year = scanner.ReadNumber(4, 4);
        if (year >= 0)
        {
            return CalendarDay.Create(CalendarDay.FromBuddhist(year), month, day);
        }

        // "Fri Nov 17 10:32:05 EST 2023", as Unix and scripts write it.
        scanner.Position = yearStart;
        return TimeOfDayParser.TryRead(ref scanner, out _, out _) && scanner.Skip(' ') ? CalendarDay.Create(scanner.ReadNumber(4, 4), month, day) : null;
    }

    private static bool SkipMonth(ref TextScanner scanner, int month)
    {
        scanner.SkipSpaces();
        return MonthNames.Read(ref scanner) == month;
    }

    /// <summary>Reads <c>2023. november 17.</c>, <c>2023 November 17</c>.</summary>
    private static DateOnly? ReadYearFirst(ref TextScanner scanner)
    {
        var year = scanner.ReadNumber(4, 4);
        _ = scanner.SkipAny(".,-/");
        scanner.SkipSpaces();
        var month = year < 0 ? 0 : MonthNames.Read(ref scanner);
        _ = scanner.SkipAny(".-/");
        scanner.SkipSpaces();
        return month > 0 ? CalendarDay.Create(year, month, scanner.ReadNumber(1, 2)) : null;
    }

    /// <summary>Reads <c>November 17</c> or <c>17 November</c>; the month is 0 where there is none.</summary>
    public static (int Month, int Day) ReadMonthAndDay(ref TextScanner scanner)
    {
        if (!char.IsDigit(scanner.Current))
        {
            var first = MonthNames.Read(ref scanner);
            _ = scanner.Skip('.');
            scanner.SkipSpaces();
            var number = first == 0 ? -1 : scanner.ReadNumber(1, 2);
            SkipOrdinalEnding(ref scanner);
            return number < 0 ? default : (first, number);
        }

        var day = scanner.ReadNumber(1, 2);
        SkipOrdinalEnding(ref scanner);
        _ = scanner.SkipAny("-/");
        scanner.SkipSpaces();
        _ = scanner.SkipWord("of") || scanner.SkipWord("de");
        scanner.SkipSpaces();
        var month = MonthNames.Read(ref scanner);
        _ = scanner.Skip('.');
        return day < 0 ? default : (month, day);
    }

    private static void SkipOrdinalEnding(ref TextScanner scanner)
    {
        foreach (var ending in OrdinalEndings)
        {
            if (scanner.Rest.StartsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                scanner.Position += ending.Length;
                return;
            }
        }
    }
}
