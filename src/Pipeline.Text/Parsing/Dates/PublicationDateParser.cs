namespace Pipeline.Text.Parsing.Dates;

/// <summary>
/// Reads dates as articles write them: ISO 8601, <c>Nov. 17, 2023</c>, <c>Friday, 17 November 2023 10:32 a.m. EST</c>,
/// <c>17.11.2023</c>, <c>2023年11月17日</c>, <c>令和5年11月17日</c>, <c>17 พฤศจิกายน 2566</c>, and in the languages of <see cref="MonthTable"/>. A date without a year, a relative one and one that does not exist are none;
/// <c>03/04/2023</c> is none either, since countries read it differently.
/// </summary>
internal static class PublicationDateParser
{
    private static readonly string[] OrdinalEndings = ["st", "nd", "rd", "th", "er", "º", "ο", "η", "."];

    private static readonly string[] Articles = ["le", "el", "den", "il", "ngày", "วันที่", "στις", "dne"];

    // "at", in the languages of the months.
    private static readonly string[] TimeLinks = ["at", "um", "à", "a las", "alle", "alle ore", "ore", "às", "om", "kl", "klo", "в", "о", "godz", "saat", "pukul", "lúc", "στις", "الساعة", "เวลา", "v"];

    private static readonly string[] YearLinks = ["del", "de", "năm", "of"];

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
        if (ReadDay(ref scanner, order) is not { } day || char.IsLetterOrDigit(scanner.Current) && scanner.Current is not ('T' or 't') && !IsUnspaced(scanner.Current))
        {
            return false;
        }

        SkipTrailingDayOfWeek(ref scanner);
        if (!timeFirst && TryReadTrailingTime(ref scanner, out time, out offset))
        {
            timeFirst = true;
        }

        length = scanner.Position;
        date = timeFirst ? new PublicationDate(day, time, offset) : new PublicationDate(day);
        return !char.IsLetterOrDigit(scanner.Current) || IsUnspaced(scanner.Current);
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
        if (scanner.SkipAny("Tt") && char.IsAsciiDigit(scanner.Current))
        {
            if (TimeOfDayParser.TryReadCompact(ref scanner, out time, out offset))
            {
                return true;
            }
        }
        else
        {
            scanner.Position = start;
            _ = scanner.Skip(',');
            scanner.SkipSpaces();
            _ = scanner.SkipAny("-–—|·•") || SkipTimeLink(ref scanner);
            scanner.SkipSpaces();
        }

        if (TimeOfDayParser.TryRead(ref scanner, out time, out offset))
        {
            return true;
        }

        scanner.Position = start;
        return false;
    }

    private static bool SkipTimeLink(ref TextScanner scanner)
    {
        foreach (var link in TimeLinks)
        {
            if (scanner.SkipWord(link))
            {
                _ = scanner.Skip('.');
                return true;
            }
        }

        return false;
    }

    private static bool IsUnspaced(char c) => c is >= '\u3040' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7A3' or >= '\u0E00' and <= '\u0E7F';

    private static void SkipDayOfWeek(ref TextScanner scanner)
    {
        // "Le 17 novembre 2023", "El 17 de noviembre de 2023", "Den 17 november 2023", "ngày 17 tháng 11", "วันที่ 17"
        foreach (var article in Articles)
        {
            if (scanner.SkipWord(article))
            {
                scanner.SkipSpaces();
            }
        }

        if (!SkipDayName(ref scanner))
        {
            return;
        }

        _ = scanner.SkipAny(".,،");
        _ = scanner.SkipAny(".,،");
        scanner.SkipSpaces();
        foreach (var article in Articles)
        {
            if (scanner.SkipWord(article))
            {
                scanner.SkipSpaces();
            }
        }
    }

    /// <summary>Skips the name of a day of the week, of one word or two, or of two that a hyphen joins.</summary>
    private static bool SkipDayName(ref TextScanner scanner)
    {
        var start = scanner.Position;
        _ = scanner.ReadLetters();
        var first = scanner.Position;
        if (first > start && scanner.SkipAny(" -'’"))
        {
            _ = scanner.ReadLetters();
            if (DayNames.Contains(scanner.Since(start)))
            {
                return true;
            }
        }

        scanner.Position = first;
        if (first > start && DayNames.Contains(scanner.Since(start)))
        {
            return true;
        }

        scanner.Position = start;
        return false;
    }

    /// <summary>Skips a day of the week behind a date, as East Asian and Turkish dates have it: <c>(金)</c>, <c>금요일</c>, <c>Cuma</c>.</summary>
    private static void SkipTrailingDayOfWeek(ref TextScanner scanner)
    {
        var start = scanner.Position;
        scanner.SkipSpaces();
        _ = scanner.Skip(',');
        scanner.SkipSpaces();
        var bracket = scanner.SkipAny("(（");
        if (!SkipDayName(ref scanner) || (bracket && !scanner.SkipAny(")）")))
        {
            scanner.Position = start;
        }
    }

    private static DateOnly? ReadDay(ref TextScanner scanner, DayOrder order)
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
    private static (int Month, int Day) ReadMonthAndDay(ref TextScanner scanner)
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
