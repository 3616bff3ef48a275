using System.Globalization;

namespace Pipeline.Text.Parsing.Dates;

/// <summary>
/// Reads dates as programs write them, in attributes and data: all that <see cref="PublicationDateParser"/> reads, and
/// seconds or milliseconds since 1970.
/// </summary>
internal static class MachineDate
{
    // 1990-01-01 and 2100-01-01 in seconds: numbers outside are ids.
    private const long MinSeconds = 631_152_000;
    private const long MaxSeconds = 4_102_444_800;

    /// <summary>Reads a value that is nothing but a date.</summary>
    /// <param name="text">The value.</param>
    /// <param name="order">How the writer orders day and month in numbers.</param>
    /// <param name="date">The date.</param>
    public static bool TryParse(ReadOnlySpan<char> text, DayOrder order, out PublicationDate date)
    {
        // "...+01:00[Europe/Berlin]" and "... GMT+0100 (Central European Standard Time)", "... +0000 UTC"
        text = text.Trim().Trim('"');
        var remark = text.IndexOfAny("[(");
        text = remark > 0 ? text[..remark].TrimEnd() : text;
        text = text.EndsWith("+0000 UTC", StringComparison.Ordinal) ? text[..^4] : text;
        if (text.Length is 10 or 13 && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            var seconds = text.Length == 13 ? number / 1000 : number;
            if (seconds is >= MinSeconds and <= MaxSeconds)
            {
                var moment = DateTimeOffset.FromUnixTimeSeconds(seconds);
                date = new PublicationDate(DateOnly.FromDateTime(moment.DateTime), TimeOnly.FromDateTime(moment.DateTime), TimeSpan.Zero);
                return true;
            }
        }

        return PublicationDateParser.TryParse(text, order, out date);
    }
}
