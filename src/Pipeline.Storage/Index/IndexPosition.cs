using System.Diagnostics.CodeAnalysis;
using Pipeline.Storage.Keys;

namespace Pipeline.Storage.Index;

/// <summary>Where a row stands in its listing: listings go by time, the newest first, then by article. The same in every shard and generation.</summary>
/// <param name="Time">The time that orders the row.</param>
/// <param name="ArticleId">The article's id.</param>
public readonly record struct IndexPosition(DateTime Time, string ArticleId)
{
    /// <summary>Gets the position as a row key.</summary>
    public string RowKey => $"{InvertedTime.Ticks(Time)}{KeyEncoder.Separator}{ArticleId}";

    /// <summary>Reads a row key, of storage or of somebody else.</summary>
    /// <param name="rowKey">Any text.</param>
    /// <param name="position">The position.</param>
    /// <returns>False where the text is none.</returns>
    public static bool TryParse(string rowKey, [NotNullWhen(true)] out IndexPosition? position)
    {
        var separator = rowKey.IndexOf(KeyEncoder.Separator, StringComparison.Ordinal);
        position = separator > 0 && InvertedTime.TryReadTicks(rowKey.AsSpan(0, separator), out var time) && ArticleIds.IsId(rowKey[(separator + 1)..])
            ? new IndexPosition(time, rowKey[(separator + 1)..])
            : null;
        return position is not null;
    }
}
