using System.Globalization;

namespace Pipeline.Text.Parsing.Dates;

/// <summary>
/// Reads dates as programs write them, in attributes and data: all that <see cref="PublicationDateParser"/> reads, and
/// day and time in one run of digits (<c>20231117103200</c>), RFC 822 with two digits of the year, and seconds or
/// milliseconds since 1970.
/// </summary>
internal static class MachineDate
{
    private const int MaxLength = 80;

    // 1990-01-01 and 2100-01-01 in seconds: numbers outside are ids.
    private const long MinSeconds = 631_152_000;
    private const long MaxSeconds = 4_102_444_800;

    /// <summary>Reads a value that is nothing but a date, or returns null.</summary>
    /// <param name="value">The value.</param>
    public static PublicationDate? Parse(string? value) => TryParse(value, DayOrder.Unknown, out var date) ? date : null;

    /// <summary>Reads a value that is nothing but a date.</summary>
    /// <param name="value">The value.</param>
    /// <param name="order">How the writer orders day and month in numbers.</param>
    /// <param name="date">The date.</param>
    public static bool TryParse(ReadOnlySpan<char> value, DayOrder order, out PublicationDate date)
    {
        var text = WithoutRemark(value.Trim().Trim('"'));
        date = default;
        return text.Length is > 0 and <= MaxLength
            && (TryReadEpoch(text, out date)
                || PublicationDateParser.TryParse(text, order, out date)
                || (WithSeparator(text) is { } parted && PublicationDateParser.TryParse(parted, order, out date))
                || (WithFullYear(text) is { } full && PublicationDateParser.TryParse(full, order, out date)));
    }

    /// <summary>Takes off what repeats the zone in words: <c>+01:00[Europe/Berlin]</c>, <c>GMT+0100 (Central European Standard Time)</c>, <c>+0000 UTC</c>.</summary>
    private static ReadOnlySpan<char> WithoutRemark(ReadOnlySpan<char> text)
    {
        var remark = text.IndexOfAny("[(");
        text = remark > 0 ? text[..remark].TrimEnd() : text;
        return text.EndsWith("+0000 UTC", StringComparison.Ordinal) ? text[..^4] : text;
    }

    private static bool TryReadEpoch(ReadOnlySpan<char> text, out PublicationDate date)
    {
        date = default;
        var point = text.IndexOf('.');
        if (point >= 0 && text[(point + 1)..].ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        var digits = point < 0 ? text : text[..point];
        if (digits.Length is not (9 or 10 or 12 or 13) || !long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        var seconds = digits.Length >= 12 ? number / 1000 : number;
        if (seconds is < MinSeconds or > MaxSeconds)
        {
            return false;
        }

        var moment = DateTimeOffset.FromUnixTimeSeconds(seconds).DateTime;
        date = new PublicationDate(DateOnly.FromDateTime(moment), TimeOnly.FromDateTime(moment), TimeSpan.Zero);
        return true;
    }

    /// <summary>Parts the day from the time in <c>20231117103200</c> and <c>202311171032Z</c>; null where the text does not start so.</summary>
    private static string? WithSeparator(ReadOnlySpan<char> text)
    {
        var digits = text.IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : text.Length;
        return digits is 12 or 14 ? $"{text[..8]}T{text[8..]}" : null;
    }

    /// <summary>Spells out the year of <c>Fri, 17 Nov 23 10:32:00 GMT</c>: RFC 2822, section 4.3, takes 00 to 49 for 2000 on.</summary>
    private static string? WithFullYear(ReadOnlySpan<char> text)
    {
        var words = text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var month = Array.FindIndex(words, word => MonthNames.Month(word) is not null);
        if (month < 1 || month + 1 >= words.Length || words[month + 1] is not [>= '0' and <= '9', >= '0' and <= '9'])
        {
            return null;
        }

        words[month + 1] = (words[month + 1][0] < '5' ? "20" : "19") + words[month + 1];
        return string.Join(' ', words);
    }
}
