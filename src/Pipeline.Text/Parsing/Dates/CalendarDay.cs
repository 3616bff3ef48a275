namespace Pipeline.Text.Parsing.Dates;

/// <summary>Makes days of years, months and days that were read, if there is such a day.</summary>
internal static class CalendarDay
{
    // Newspapers' digitised archives reach back further, but a number below is more often no year. Years past the last
    // one are misread numbers.
    public const int MinYear = 1900;
    public const int MaxYear = 2199;

    // Thailand's calendar counts from 543 years before.
    private const int BuddhistOffset = 543;

    /// <summary>Returns the day, or null where there is none from 1900 to 2199.</summary>
    public static DateOnly? Create(int year, int month, int day) =>
        year is >= MinYear and <= MaxYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    /// <summary>Returns the Gregorian year of a Buddhist one, as Thai dates have it: no other calendar's year of an article is that high.</summary>
    public static int FromBuddhist(int year) => year is >= MinYear + BuddhistOffset and <= MaxYear + BuddhistOffset ? year - BuddhistOffset : year;
}
