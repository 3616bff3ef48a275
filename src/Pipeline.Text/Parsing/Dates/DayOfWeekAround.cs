namespace Pipeline.Text.Parsing.Dates;

/// <summary>Skips the day of the week that stands before or behind a date: the date says it already.</summary>
internal static class DayOfWeekAround
{
    private static readonly string[] Articles = ["le", "el", "den", "il", "ngày", "วันที่", "στις", "dne"];

    /// <summary>Skips a day of the week before a date, and the articles around it: <c>Friday, </c>, <c>El viernes, </c>.</summary>
    public static void SkipLeading(ref TextScanner scanner)
    {
        // "Le 17 novembre 2023", "El 17 de noviembre de 2023", "Den 17 november 2023", "ngày 17 tháng 11", "วันที่ 17"
        SkipArticles(ref scanner);
        if (!SkipDayName(ref scanner))
        {
            return;
        }

        _ = scanner.SkipAny(".,،");
        _ = scanner.SkipAny(".,،");
        scanner.SkipSpaces();
        SkipArticles(ref scanner);
    }

    /// <summary>Skips a day of the week behind a date, as East Asian and Turkish dates have it: <c>(金)</c>, <c>금요일</c>, <c>Cuma</c>.</summary>
    public static void SkipTrailing(ref TextScanner scanner)
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

    private static void SkipArticles(ref TextScanner scanner)
    {
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
}
