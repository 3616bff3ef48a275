using System.Globalization;
using Pipeline.Storage.Index;
using Pipeline.Storage.Keys;

namespace Pipeline.Storage.Statistics;

/// <summary>The key of a row of counts: a listing's, by time; or a day's or of all time, by listing.</summary>
/// <param name="PartitionKey">The listing, or the day, or <c>total</c>.</param>
/// <param name="RowKey">The span, the newest first; or the listing.</param>
public readonly record struct StatsKey(string PartitionKey, string RowKey)
{
    private const string TotalPartition = "total";

    /// <summary>Returns the key of an hour of a listing.</summary>
    /// <param name="listing">The listing.</param>
    /// <param name="day">The day.</param>
    /// <param name="hour">The hour, from 0 to 23.</param>
    public static StatsKey Hour(IndexListing listing, DateOnly day, int hour) =>
        new(listing.ToString(), string.Create(CultureInfo.InvariantCulture, $"{HoursOf(day)}{hour:D2}"));

    /// <summary>Returns the key of a day of a listing.</summary>
    /// <param name="listing">The listing.</param>
    /// <param name="day">The day.</param>
    public static StatsKey Day(IndexListing listing, DateOnly day) => new(listing.ToString(), RowOf(StatsSpan.Day, day));

    /// <summary>Returns the key of a month of a listing.</summary>
    /// <param name="listing">The listing.</param>
    /// <param name="day">Any day of the month.</param>
    public static StatsKey Month(IndexListing listing, DateOnly day) => new(listing.ToString(), RowOf(StatsSpan.Month, FirstOfMonth(day)));

    /// <summary>Returns the key of a listing's number of articles among those of all listings.</summary>
    /// <param name="listing">The listing.</param>
    /// <param name="day">The day; null for all time.</param>
    public static StatsKey Number(IndexListing listing, DateOnly? day) => new(PartitionOf(day), listing.ToString());

    /// <summary>Returns the day that names a month.</summary>
    /// <param name="day">Any day of the month.</param>
    public static DateOnly FirstOfMonth(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>Returns the partition of all listings' counts: of a day, or of all time.</summary>
    /// <param name="day">The day; null for all time.</param>
    internal static string PartitionOf(DateOnly? day) => day is { } date ? $"day{KeyEncoder.Separator}{InvertedTime.Day(date)}" : TotalPartition;

    internal static string HoursOf(DateOnly day) => $"hour{KeyEncoder.Separator}{InvertedTime.Day(day)}{KeyEncoder.Separator}";

    internal static string RowOf(StatsSpan span, DateOnly first) => $"{span.ToString().ToLowerInvariant()}{KeyEncoder.Separator}{InvertedTime.Day(first)}";
}

/// <summary>The spans of time that a listing's counts are kept by.</summary>
public enum StatsSpan
{
    /// <summary>A day.</summary>
    Day,

    /// <summary>A month, named by its first day.</summary>
    Month,
}
