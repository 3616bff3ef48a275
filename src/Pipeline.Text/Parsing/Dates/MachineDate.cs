using System.Globalization;

namespace Pipeline.Text.Parsing.Dates;

/// <summary>
/// Reads dates as programs write them, besides those that <see cref="PublicationDateParser"/> reads: ISO 8601 in its basic
/// form (<c>20231117T103200-0500</c>), RFC 822 with two digits of the year, seconds or milliseconds since 1970.
/// </summary>
internal static class MachineDate
{
    private const int MaxLength = 80;

    /// <summary>Reads a date, or returns null.</summary>
    public static PublicationDate? Parse(string? value)
    {
        if (value?.Trim() is not { Length: > 0 and <= MaxLength } text)
        {
            return null;
        }

        if (char.IsAsciiDigit(text[0]) && (ParseEpoch(text) ?? ParseBasic(text)) is { } numeric)
        {
            return numeric;
        }

        return PublicationDateParser.TryParse(text, out var date) ? date
            : WithFullYear(text) is { } full && PublicationDateParser.TryParse(full, out date) ? date
            : null;
    }

    private static PublicationDate? ParseEpoch(string text)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var digits = point < 0 ? text : text.AsSpan(point + 1).ContainsAnyExceptInRange('0', '9') ? string.Empty : text[..point];
        if (digits.Length is not (>= 9 and <= 10 or >= 12 and <= 13) || !long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        var moment = digits.Length <= 10 ? DateTimeOffset.FromUnixTimeSeconds(number) : DateTimeOffset.FromUnixTimeMilliseconds(number);
        return new PublicationDate(DateOnly.FromDateTime(moment.UtcDateTime), new TimeOnly(moment.Hour, moment.Minute, moment.Second), TimeSpan.Zero);
    }

    /// <summary>Reads <c>20231117</c>, <c>20231117T103200Z</c>, <c>20231117103200</c> by spelling them out.</summary>
    private static PublicationDate? ParseBasic(string text)
    {
        if (text.Length < 8 || text.AsSpan(0, 8).ContainsAnyExceptInRange('0', '9'))
        {
            return null;
        }

        var day = $"{text[..4]}-{text[4..6]}-{text[6..8]}";
        var rest = text.AsSpan(8).TrimStart('T');
        var digits = rest.IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : rest.Length;
        var time = digits switch
        {
            0 => string.Empty,
            4 => $"T{rest[..2]}:{rest[2..4]}{rest[4..]}",
            6 => $"T{rest[..2]}:{rest[2..4]}:{rest[4..6]}{rest[6..]}",
            _ => null,
        };
        return time is not null && PublicationDateParser.TryParse(day + time, out var date) ? date : null;
    }

    /// <summary>Spells out the year of <c>Fri, 17 Nov 23 10:32:00 GMT</c>: RFC 2822, section 4.3, takes 00 to 49 for 2000 on.</summary>
    private static string? WithFullYear(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var month = Array.FindIndex(words, word => MonthNames.Month(word) is not null);
        if (month < 1 || month + 1 >= words.Length || words[month + 1] is not [>= '0' and <= '9', >= '0' and <= '9'])
        {
            return null;
        }

        words[month + 1] = (words[month + 1][0] < '5' ? "20" : "19") + words[month + 1];
        return string.Join(' ', words);
    }
}
