using System.Globalization;
using Pipeline.Storage.Index;
using Pipeline.Storage.Keys;

namespace Pipeline.Storage.Statistics;

/// <summary>An hour of a listing whose counts may be wrong.</summary>
/// <param name="Generation">The generation of the index.</param>
/// <param name="Listing">The listing.</param>
/// <param name="Day">The day.</param>
/// <param name="Hour">The hour, from 0 to 23.</param>
public readonly record struct DirtyHour(int Generation, IndexListing Listing, DateOnly Day, int Hour)
{
    /// <summary>Returns the hour that a row of the index counts in.</summary>
    /// <param name="key">The row's key.</param>
    /// <returns>The hour; null where the rows of such a listing are not counted.</returns>
    public static DirtyHour? Of(IndexKey key)
    {
        var listing = IndexListing.Parse(key.PartitionKey[..key.PartitionKey.IndexOf(KeyEncoder.Separator, StringComparison.Ordinal)]);
        return listing is { Kind: IndexKind.All or IndexKind.Issue or IndexKind.Branch or IndexKind.State } counted && IndexPosition.TryParse(key.RowKey, out var position)
            ? new DirtyHour(key.Generation, counted, DateOnly.FromDateTime(position.Value.Time), position.Value.Time.Hour)
            : null;
    }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <param name="text">The hour as a key.</param>
    /// <exception cref="FormatException">The text is none.</exception>
    public static DirtyHour Parse(string text) =>
        text.Split(KeyEncoder.Separator) is [var generation, var listing, var day, var hour] && IndexListing.Parse(listing) is { } counted
            ? new(Number(generation), counted, InvertedTime.ReadDay(day), Number(hour))
            : throw new FormatException($"'{text}' is no dirty hour.");

    /// <summary>Writes the hour as a key.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Generation}{KeyEncoder.Separator}{Listing}{KeyEncoder.Separator}{InvertedTime.Day(Day)}{KeyEncoder.Separator}{Hour:D2}");

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
