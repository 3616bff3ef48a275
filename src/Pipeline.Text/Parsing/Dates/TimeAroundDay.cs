namespace Pipeline.Text.Parsing.Dates;

/// <summary>Reads the time of day that stands before or behind a day, with what joins them.</summary>
internal static class TimeAroundDay
{
    // "at", in the languages of the months.
    private static readonly string[] TimeLinks = ["at", "um", "à", "a las", "alle", "alle ore", "ore", "às", "om", "kl", "klo", "в", "о", "godz", "saat", "pukul", "lúc", "στις", "الساعة", "เวลา", "v"];

    /// <summary>Reads a time in front of a day: <c>10:32 a.m. on 17 November 2023</c>; else the scanner stays.</summary>
    public static bool TryReadLeading(ref TextScanner scanner, out TimeOnly time, out TimeSpan? offset)
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

    /// <summary>Reads a time behind a day: <c>T10:32</c>, <c>, 10:32</c>, <c> at 9 p.m.</c>; else the scanner stays.</summary>
    public static bool TryReadTrailing(ref TextScanner scanner, out TimeOnly time, out TimeSpan? offset)
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
}
