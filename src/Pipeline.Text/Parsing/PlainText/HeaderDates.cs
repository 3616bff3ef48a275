using Pipeline.Text.Parsing.Dates;

namespace Pipeline.Text.Parsing.PlainText;

/// <summary>Reads a line of nothing but dates, each with the word that announces it: <c>Publié le 16 février 2024 à 18h04, modifié le 17 février 2024</c>.</summary>
internal static class HeaderDates
{
    private const string Between = " ,.;|•·-–—/()";

    /// <summary>Reads such a line into the fields; false where it holds anything else. A day that can be one of two is passed over.</summary>
    /// <param name="line">The line.</param>
    /// <param name="fields">Takes what it says.</param>
    public static bool TryRead(string line, HeaderFields fields)
    {
        var found = new List<(HeaderLabel Label, PublicationDate? Date)>();
        var rest = line.Trim();
        while (rest.Length > 0)
        {
            var word = HeaderLabels.FindDateWord(rest);
            if (word is null && found.Count > 0)
            {
                return false;
            }

            rest = rest[(word?.Length ?? 0)..];
            if (!TryReadMoment(rest, found.Count > 0, out var date, out var length))
            {
                return false;
            }

            found.Add((word?.Label ?? HeaderLabel.Published, date));
            rest = WithoutClock(rest[length..].TrimStart(Between.ToCharArray())).TrimStart(Between.ToCharArray());
        }

        foreach (var (label, date) in found)
        {
            fields.Published ??= label == HeaderLabel.Published ? date : null;
            fields.Updated ??= label == HeaderLabel.Updated ? date : null;
        }

        return found.Count > 0;
    }

    /// <summary>Takes off a time with a point, as the Nordic countries write it behind a date: <c>kl. 05.05</c>.</summary>
    private static string WithoutClock(string text)
    {
        var clock = text.StartsWith("kl", StringComparison.OrdinalIgnoreCase) ? text[2..].TrimStart('.', 'o', ' ') : text;
        return clock.Length >= 5 && char.IsAsciiDigit(clock[0]) && char.IsAsciiDigit(clock[1]) && clock[2] is '.' or ':' && char.IsAsciiDigit(clock[3]) && char.IsAsciiDigit(clock[4]) && (clock.Length == 5 || !char.IsLetterOrDigit(clock[5]))
            ? clock[5..]
            : text;
    }

    /// <summary>Reads a date; behind a first one a time alone is of the same day.</summary>
    private static bool TryReadMoment(string text, bool further, out PublicationDate? date, out int length)
    {
        if (PublicationDateParser.TryParsePrefix(text, out var read, out length))
        {
            date = read;
            return true;
        }

        date = null;
        if (PublicationDateParser.TryParsePrefix(text, DayOrder.DayFirst, out _, out length))
        {
            return true;
        }

        var scanner = new TextScanner(text);
        foreach (var link in (ReadOnlySpan<string>)["a las ", "à ", "at ", "um ", "om ", "alle "])
        {
            _ = scanner.Rest.StartsWith(link, StringComparison.OrdinalIgnoreCase) && scanner.SkipWord(link.TrimEnd());
        }

        scanner.SkipSpaces();
        var isTime = further && TimeOfDayParser.TryRead(ref scanner, out _, out _);
        length = isTime ? scanner.Position : 0;
        return isTime;
    }
}
