using System.Globalization;
using Pipeline.Storage.Keys;

namespace Pipeline.Storage.Index;

/// <summary>Where the rows of listings lie: the same listing and position have the same key for ever, by the same shards.</summary>
/// <param name="shards">How many shards the months of a listing have.</param>
public sealed class IndexLayout(ShardPlan shards)
{
    /// <summary>Returns the key of an article in a listing.</summary>
    /// <param name="generation">The index generation; not looked at for <see cref="IndexKind.State"/>, whose listings know no taxonomy.</param>
    /// <param name="listing">The listing.</param>
    /// <param name="position">The article's position there.</param>
    public IndexKey KeyOf(int generation, IndexListing listing, IndexPosition position)
    {
        var shard = ShardPlan.ShardOf(position.ArticleId, shards.CountIn(listing, position.Time));
        return new IndexKey(Generation(generation, listing), Partition(listing, shard, position.Time), position.RowKey);
    }

    /// <summary>Returns the number of shards that rows of a listing may lie in.</summary>
    /// <param name="listing">The listing.</param>
    /// <param name="before">The time before which all rows are; null for no bound.</param>
    internal int ShardsOf(IndexListing listing, DateTime? before) => shards.CountIn(listing, before ?? DateTime.MaxValue);

    internal static int Generation(int generation, IndexListing listing) => listing.Kind == IndexKind.State ? 0 : generation;

    /// <summary>Returns what every partition key of a listing's shard begins with; no other's does.</summary>
    internal static string Prefix(IndexListing listing, int shard) => string.Create(
        CultureInfo.InvariantCulture, $"{listing}{KeyEncoder.Separator}{shard}{KeyEncoder.Separator}");

    /// <summary>Returns the partition key of a month of a listing's shard.</summary>
    internal static string Partition(IndexListing listing, int shard, DateTime time) => Prefix(listing, shard) + InvertedTime.Month(time);
}
