namespace Pipeline.Text.Parsing.Dates;

/// <summary>
/// Reads dates as articles write them: ISO 8601, <c>Nov. 17, 2023</c>, <c>Friday, 17 November 2023 10:32 a.m. EST</c>,
/// <c>17.11.2023</c>, <c>2023年11月17日</c>, <c>令和5年11月17日</c>, <c>17 พฤศจิกายน 2566</c>, and in the languages of <see cref="MonthTable"/>. A date without a year, a relative one and one that does not exist are none;
/// <c>03/04/2023</c> is none either, since countries read it differently.
/// </summary>
internal static class PublicationDateParser
{
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
        var hasTime = TimeAroundDay.TryReadLeading(ref scanner, out var time, out var offset);
        DayOfWeekAround.SkipLeading(ref scanner);
        if (DayReader.Read(ref scanner, order) is not { } day || char.IsLetterOrDigit(scanner.Current) && scanner.Current is not ('T' or 't') && !IsUnspaced(scanner.Current))
        {
            return false;
        }

        DayOfWeekAround.SkipTrailing(ref scanner);
        if (!hasTime && TimeAroundDay.TryReadTrailing(ref scanner, out time, out offset))
        {
            hasTime = true;
        }

        length = scanner.Position;
        date = hasTime ? new PublicationDate(day, time, offset) : new PublicationDate(day);
        return !char.IsLetterOrDigit(scanner.Current) || IsUnspaced(scanner.Current);
    }

    /// <summary>Tells whether a text is a month and a day without a year: <c>Nov. 17</c>, <c>17 November</c>.</summary>
    public static bool IsDayOfMonth(ReadOnlySpan<char> text)
    {
        var scanner = new TextScanner(text.Trim());
        var (month, day) = DayReader.ReadMonthAndDay(ref scanner);
        return month > 0 && day is >= 1 and <= 31 && scanner.Rest.IsEmpty;
    }

    private static bool IsUnspaced(char c) => c is >= '\u3040' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7A3' or >= '\u0E00' and <= '\u0E7F';
}
