using System.Globalization;

namespace Pipeline.Storage.Keys;

/// <summary>Times as key parts that sort newest first.</summary>
public static class InvertedTime
{
    private const int MaxMonth = 999912;
    private const int MaxDay = 99991231;

    /// <summary>Returns the ticks left until the end of time, 19 digits.</summary>
    /// <param name="time">The time; its kind is not looked at.</param>
    public static string Ticks(DateTime time) => (DateTime.MaxValue.Ticks - time.Ticks).ToString("D19", CultureInfo.InvariantCulture);

    /// <summary>Returns the month as six digits.</summary>
    /// <param name="time">The time; its kind is not looked at.</param>
    public static string Month(DateTime time) =>
        (MaxMonth - ((time.Year * 100) + time.Month)).ToString("D6", CultureInfo.InvariantCulture);

    /// <summary>Returns the day as eight digits.</summary>
    /// <param name="day">The day.</param>
    public static string Day(DateOnly day) =>
        (MaxDay - ((((day.Year * 100) + day.Month) * 100) + day.Day)).ToString("D8", CultureInfo.InvariantCulture);

    /// <summary>Reads what <see cref="Day"/> wrote.</summary>
    /// <param name="digits">Eight digits.</param>
    /// <exception cref="FormatException">The text is no inverted day.</exception>
    public static DateOnly ReadDay(ReadOnlySpan<char> digits)
    {
        var day = MaxDay - int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        return new DateOnly(day / 10_000, day / 100 % 100, day % 100);
    }

    /// <summary>Reads what <see cref="Ticks"/> wrote.</summary>
    /// <param name="digits">19 digits.</param>
    /// <param name="time">The time.</param>
    /// <returns>False where the text is no inverted time.</returns>
    public static bool TryReadTicks(ReadOnlySpan<char> digits, out DateTime time)
    {
        time = default;
        if (digits.Length != 19
            || !long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var left)
            || left > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        time = new DateTime(DateTime.MaxValue.Ticks - left);
        return true;
    }
}
