using System.Globalization;
using Azure.Data.Tables;

namespace Pipeline.Testing.Consistency;

/// <summary>Counts the rows of listings again, by day, by month and of all time, and compares that with what the counts say.</summary>
internal static class CountsChecker
{
    private const string Total = "total";
    private const int TicksLength = 19;

    /// <summary>Says which counts are wrong.</summary>
    /// <param name="rows">The keys of the rows of the listings, as <c>{partition}/{row}</c>.</param>
    /// <param name="counts">The rows of the counts.</param>
    public static IEnumerable<string> Check(IEnumerable<string> rows, IEnumerable<TableEntity> counts)
    {
        var counted = rows.Select(Read).Where(row => row.Listing.Split('-')[0] is "all" or "issue" or "branch" or "state")
            .SelectMany(row => KeysOf(row.Listing, row.Day))
            .GroupBy(key => key)
            .ToDictionary(key => key.Key, key => (long)key.Count());

        // Hours are there for large days alone, and add up to them.
        var told = counts.Where(row => !row.RowKey.StartsWith("hour_", StringComparison.Ordinal))
            .ToDictionary(row => (row.PartitionKey, row.RowKey), row => row.GetInt64("Articles") ?? 0);
        return counted.Keys.Union(told.Keys)
            .Where(key => counted.GetValueOrDefault(key) != told.GetValueOrDefault(key))
            .Select(key => $"{key.PartitionKey} {key.RowKey} has {counted.GetValueOrDefault(key)} articles, and is counted as {told.GetValueOrDefault(key)}");
    }

    private static (string Listing, DateTime Day) Read(string row)
    {
        var ticks = row[(row.IndexOf('/', StringComparison.Ordinal) + 1)..][..TicksLength];
        return (row[..row.IndexOf('_', StringComparison.Ordinal)], new DateTime(DateTime.MaxValue.Ticks - long.Parse(ticks, CultureInfo.InvariantCulture)));
    }

    private static IEnumerable<(string PartitionKey, string RowKey)> KeysOf(string listing, DateTime time)
    {
        var day = $"day_{Inverted(time)}";
        yield return (Total, listing);
        yield return (day, listing);
        yield return (listing, day);
        yield return (listing, $"month_{Inverted(new DateTime(time.Year, time.Month, 1))}");
    }

    private static string Inverted(DateTime day) => (99_991_231 - int.Parse(day.ToString("yyyyMMdd", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)).ToString("D8", CultureInfo.InvariantCulture);
}
