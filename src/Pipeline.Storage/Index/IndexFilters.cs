using Azure.Data.Tables;
using Pipeline.Storage.Keys;

namespace Pipeline.Storage.Index;

/// <summary>
/// The filters that read a listing: first the rest of the partition where reading begins, then the partitions behind it.
/// Row keys begin with the whole inverted date, so one bound on them holds in every month.
/// </summary>
internal static class IndexFilters
{
    // Behind every month's digits.
    private const string PrefixEnd = "~";

    public static IEnumerable<string> For(IndexQuery query, IndexKey? after)
    {
        var last = query.From is { } from ? query.Listing.Partition(from) : query.Listing.PartitionPrefix + PrefixEnd;
        var end = query.From is { } oldest && oldest > DateTime.MinValue ? InvertedTime.Ticks(oldest.AddTicks(-1)) : PrefixEnd;

        if (after is { } key)
        {
            yield return TableClient.CreateQueryFilter($"PartitionKey eq {key.PartitionKey} and RowKey gt {key.RowKey} and RowKey lt {end}");
            yield return TableClient.CreateQueryFilter($"PartitionKey gt {key.PartitionKey} and PartitionKey le {last} and RowKey lt {end}");
        }
        else if (query.Before is { } before)
        {
            var newest = before.AddTicks(-1);
            var first = query.Listing.Partition(newest);
            yield return TableClient.CreateQueryFilter($"PartitionKey eq {first} and RowKey ge {InvertedTime.Ticks(newest)} and RowKey lt {end}");
            if (!string.Equals(first, last, StringComparison.Ordinal))
            {
                yield return TableClient.CreateQueryFilter($"PartitionKey gt {first} and PartitionKey le {last} and RowKey lt {end}");
            }
        }
        else
        {
            yield return TableClient.CreateQueryFilter($"PartitionKey ge {query.Listing.PartitionPrefix} and PartitionKey le {last} and RowKey lt {end}");
        }
    }

    public static string ForKind(IndexKind kind)
    {
        var prefix = IndexListing.KindPrefix(kind);
        return TableClient.CreateQueryFilter($"PartitionKey ge {prefix} and PartitionKey lt {prefix + PrefixEnd} and RowKey ge {""}");
    }

    public static string ReadId(IndexKind kind, string partitionKey)
    {
        var start = IndexListing.KindPrefix(kind).Length;
        return KeyEncoder.Decode(partitionKey[start..partitionKey.IndexOf(KeyEncoder.Separator, StringComparison.Ordinal)]);
    }
}
