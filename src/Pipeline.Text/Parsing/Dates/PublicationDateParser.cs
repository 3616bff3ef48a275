namespace Pipeline.Text.Parsing.Dates;

/// <summary>
/// Reads dates as articles write them: ISO 8601, <c>Nov. 17, 2023</c>, <c>Friday, 17 November 2023 10:32 a.m. EST</c>,
/// <c>17.11.2023</c>, <c>2023年11月17日</c>. A date without a year, a relative one and one that does not exist are none;
/// <c>03/04/2023</c> is none either, since countries read it differently.
/// </summary>
internal static class PublicationDateParser
{
    // Newspapers' digitised archives reach back further, but a number below is more often no year. Years past the last
    // one are misread numbers.
    private const int MinYear = 1900;
    private const int MaxYear = 2199;

    private static readonly string[] OrdinalEndings = ["st", "nd", "rd", "th", "er", "º", "."];

    /// <summary>Reads a text that is nothing but a date, with or without a time.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out PublicationDate date) => TryParse(text, DayOrder.Unknown, out date);

    /// <summary>Reads a text that is nothing but a date, with or without a time.</summary>
    /// <param name="text">The text.</param>
    /// <param name="order">How its writer orders day and month where both are numbers.</param>
    /// <param name="date">The date.</param>
    public static bool TryParse(ReadOnlySpan<char> text, DayOrder order, out PublicationDate date)
    {
        text = text.Trim().TrimEnd('.');
        return TryParsePrefix(text, order, out date, out var length) && text[length..].Trim().IsEmpty;
    }

    /// <summary>Reads a date at the start of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="date">The date.</param>
    /// <param name="length">How many characters belong to it.</param>
    public static bool TryParsePrefix(ReadOnlySpan<char> text, out PublicationDate date, out int length) =>
        TryParsePrefix(text, DayOrder.Unknown, out date, out length);

    /// <summary>Reads a date at the start of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="order">How its writer orders day and month where both are numbers.</param>
    /// <param name="date">The date.</param>
    /// <param name="length">How many characters belong to it.</param>
    public static bool TryParsePrefix(ReadOnlySpan<char> text, DayOrder order, out PublicationDate date, out int length)
    {
        var scanner = new TextScanner(text);
        (date, length) = (default, 0);
        var timeFirst = TryReadLeadingTime(ref scanner, out var time, out var offset);
        SkipDayOfWeek(ref scanner);
        if (ReadDay(ref scanner, order) is not { } day || char.IsLetterOrDigit(scanner.Current) && scanner.Current is not 'T')
        {
            return false;
        }

        if (!timeFirst && TryReadTrailingTime(ref scanner, out time, out offset))
        {
            timeFirst = true;
        }

        length = scanner.Position;
        date = timeFirst ? new PublicationDate(day, time, offset) : new PublicationDate(day);
        return !char.IsLetterOrDigit(scanner.Current);
    }

    /// <summary>Tells whether a text is a month and a day without a year: <c>Nov. 17</c>, <c>17 November</c>.</summary>
    public static bool IsDayOfMonth(ReadOnlySpan<char> text)
    {
        var scanner = new TextScanner(text.Trim());
        var (month, day) = ReadMonthAndDay(ref scanner);
        return month > 0 && day is >= 1 and <= 31 && scanner.Rest.IsEmpty;
    }

    private static bool TryReadLeadingTime(ref TextScanner scanner, out TimeOnly time, out TimeSpan? offset)
    {
        var start = scanner.Position;
        if (TimeOfDayParser.TryRead(ref scanner, out time, out offset))
        {
            _ = scanner.Skip(',');
            scanner.SkipSpaces();
            _ = scanner.SkipWord("on");
            scanner.SkipSpaces();
            if (char.IsLetterOrDigit(scanner.Current))
            {
                return true;
            }
        }

        scanner.Position = start;
        return false;
    }

    private static bool TryReadTrailingTime(ref TextScanner scanner, out TimeOnly time, out TimeSpan? offset)
    {
        var start = scanner.Position;
        if (!(scanner.Skip('T') && char.IsAsciiDigit(scanner.Current)))
        {
            scanner.Position = start;
            _ = scanner.Skip(',');
            scanner.SkipSpaces();
            _ = scanner.SkipAny("-–—") || scanner.SkipWord("at");
            scanner.SkipSpaces();
        }

        if (TimeOfDayParser.TryRead(ref scanner, out time, out offset))
        {
            return true;
        }

        scanner.Position = start;
        return false;
    }

    private static void SkipDayOfWeek(ref TextScanner scanner)
    {
        // "Le 17 novembre 2023", "El 17 de noviembre de 2023", "Den 17 november 2023"
        if (scanner.SkipWord("le") || scanner.SkipWord("el") || scanner.SkipWord("den"))
        {
            scanner.SkipSpaces();
        }

        var start = scanner.Position;
        if (MonthNames.IsDayOfWeek(scanner.ReadLetters()))
        {
            _ = scanner.SkipAny(".,");
            _ = scanner.SkipAny(".,");
            scanner.SkipSpaces();
        }
        else
        {
            scanner.Position = start;
        }
    }

    private static DateOnly? ReadDay(ref TextScanner scanner, DayOrder order)
    {
        var start = scanner.Position;
        if (ReadNumericDay(ref scanner, order) is { } numeric)
        {
            return numeric;
        }

        scanner.Position = start;
        var (month, day) = ReadMonthAndDay(ref scanner);
        if (month == 0)
        {
            return null;
        }

        _ = scanner.SkipAny(",-/");
        scanner.SkipSpaces();
        _ = scanner.SkipWord("del") || scanner.SkipWord("de");
        scanner.SkipSpaces();
        return Create(scanner.ReadNumber(4, 4), month, day);
    }

    /// <summary>Reads <c>November 17</c> or <c>17 November</c>; the month is 0 where there is none.</summary>
    private static (int Month, int Day) ReadMonthAndDay(ref TextScanner scanner)
    {
        if (!char.IsAsciiDigit(scanner.Current))
        {
            var first = MonthNames.Month(scanner.ReadLetters()) ?? 0;
            _ = scanner.Skip('.');
            scanner.SkipSpaces();
            var number = scanner.ReadNumber(1, 2);
            SkipOrdinalEnding(ref scanner);
            return number < 0 ? default : (first, number);
        }

        var day = scanner.ReadNumber(1, 2);
        SkipOrdinalEnding(ref scanner);
        _ = scanner.SkipAny("-/");
        scanner.SkipSpaces();
        _ = scanner.SkipWord("of") || scanner.SkipWord("de");
        scanner.SkipSpaces();
        var month = MonthNames.Month(scanner.ReadLetters()) ?? 0;
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

    private static DateOnly? ReadNumericDay(ref TextScanner scanner, DayOrder order)
    {
        var start = scanner.Position;
        int first = scanner.ReadNumber(1, 4), firstLength = scanner.Position - start;
        var separator = scanner.Current;
        if (first < 0 || !scanner.SkipAny("-/.年년"))
        {
            return null;
        }

        scanner.SkipSpaces();
        var second = scanner.ReadNumber(1, 2);
        if (separator is '年' or '년')
        {
            _ = scanner.SkipAny("月월");
            scanner.SkipSpaces();
            var day = scanner.ReadNumber(1, 2);
            return scanner.SkipAny("日일") ? Create(first, second, day) : null;
        }

        if (!scanner.Skip(separator))
        {
            return null;
        }

        if (firstLength == 4)
        {
            return Create(first, second, scanner.ReadNumber(1, 2));
        }

        var year = scanner.ReadNumber(4, 4);
        var dayFirst = separator == '.' || first > 12 || first == second || (second <= 12 && order == DayOrder.DayFirst);
        return dayFirst ? Create(year, second, first) : second > 12 || order == DayOrder.MonthFirst ? Create(year, first, second) : null;
    }

    private static DateOnly? Create(int year, int month, int day) =>
        year is >= MinYear and <= MaxYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
}
