using System.Globalization;

namespace Pipeline.Text.Parsing.Dates;

/// <summary>Reads days whose month is a number: <c>2023-11-17</c>, <c>20231117</c>, <c>2023-W46-5</c>, <c>17.11.2023</c>, <c>2023年11月17日</c>, <c>令和5年11月17日</c>.</summary>
internal static class NumericDay
{
    /// <summary>Reads a day at the scanner's place, or returns null; the scanner is then anywhere behind.</summary>
    /// <param name="scanner">The text.</param>
    /// <param name="order">How its writer orders day and month where both could be either.</param>
    public static DateOnly? Read(ref TextScanner scanner, DayOrder order)
    {
        var start = scanner.Position;
        var era = EraDate.Read(ref scanner);
        if (scanner.ReadNumber(8, 8) is >= 0 and var compact)
        {
            return CalendarDay.Create(compact / 10_000, compact / 100 % 100, compact % 100);
        }

        int first = era?.Year ?? scanner.ReadNumber(1, 4), firstLength = era is null ? scanner.Position - start : 4;
        scanner.Position += scanner.Current == ' ' && scanner.Rest.Length > 1 && scanner.Rest[1] is '年' or '년' ? 1 : 0;
        var separator = scanner.Current;
        if (first < 0 || !scanner.SkipAny("-/.年년‑‐"))
        {
            return null;
        }

        scanner.SkipSpaces();
        if (separator == '-' && firstLength == 4 && scanner.SkipAny("Ww"))
        {
            return ReadWeek(ref scanner, first);
        }

        var second = scanner.ReadNumber(1, 2);
        if (separator is '年' or '년')
        {
            scanner.SkipSpaces();
            _ = scanner.SkipAny("月월");
            scanner.SkipSpaces();
            var day = scanner.ReadNumber(1, 2);
            scanner.SkipSpaces();
            return scanner.SkipAny("日일号號") && CalendarDay.Create(first, second, day) is { } read && (era is null || (read >= era.Value.First && read <= era.Value.Last)) ? read : null;
        }

        if (era is not null || !scanner.Skip(separator))
        {
            return null;
        }

        scanner.SkipSpaces();
        if (firstLength == 4)
        {
            var last = scanner.ReadNumber(1, 2);
            _ = separator == '.' && scanner.Skip('.');
            return CalendarDay.Create(first, second, last);
        }

        var year = CalendarDay.FromBuddhist(scanner.ReadNumber(4, 4));
        var dayFirst = separator == '.' || first > 12 || first == second || (second <= 12 && order == DayOrder.DayFirst);
        return dayFirst ? CalendarDay.Create(year, second, first) : second > 12 || order == DayOrder.MonthFirst ? CalendarDay.Create(year, first, second) : null;
    }

    /// <summary>Reads the rest of a week date of ISO 8601: <c>2023-W46-5</c>.</summary>
    private static DateOnly? ReadWeek(ref TextScanner scanner, int year)
    {
        var week = scanner.ReadNumber(2, 2);
        var day = scanner.Skip('-') ? scanner.ReadNumber(1, 1) : -1;
        return year is >= CalendarDay.MinYear and <= CalendarDay.MaxYear && week >= 1 && week <= ISOWeek.GetWeeksInYear(year) && day is >= 1 and <= 7
            ? DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, (DayOfWeek)(day % 7)))
            : null;
    }
}
