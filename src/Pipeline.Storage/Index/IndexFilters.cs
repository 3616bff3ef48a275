using Azure.Data.Tables;
using Pipeline.Storage.Keys;

namespace Pipeline.Storage.Index;

/// <summary>
/// The filters that read one shard of a listing: first the rest of the partition where reading begins, then the partitions
/// behind it. Row keys begin with the whole inverted date, so one bound on them holds in every month.
/// </summary>
internal static class IndexFilters
{
    // Behind every month's digits.
    private const string PrefixEnd = "~";

    /// <summary>Returns the filters, in the order in which their rows come.</summary>
    /// <param name="query">The listing and range.</param>
    /// <param name="shard">The shard.</param>
    /// <param name="after">The position after which to begin; null for the newest.</param>
    public static IEnumerable<string> For(IndexQuery query, int shard, IndexPosition? after)
    {
        var prefix = IndexLayout.Prefix(query.Listing, shard);
        var last = query.From is { } from ? IndexLayout.Partition(query.Listing, shard, from) : prefix + PrefixEnd;
        var end = query.From is { } oldest && oldest > DateTime.MinValue ? InvertedTime.Ticks(oldest.AddTicks(-1)) : PrefixEnd;

        if (after is { } position && !(position.Time >= query.Before))
        {
            var month = IndexLayout.Partition(query.Listing, shard, position.Time);
            yield return TableClient.CreateQueryFilter($"PartitionKey eq {month} and RowKey gt {position.RowKey} and RowKey lt {end}");
            if (!string.Equals(month, last, StringComparison.Ordinal))
            {
                yield return TableClient.CreateQueryFilter($"PartitionKey gt {month} and PartitionKey le {last} and RowKey lt {end}");
            }
        }
        else if (query.Before is { } before)
        {
            var newest = before.AddTicks(-1);
            var first = IndexLayout.Partition(query.Listing, shard, newest);
            if (query.Listing.Kind == IndexKind.Near)
            {
                // A handful of rows a month: reading past those of the first month that are too new costs less than a second call.
                yield return TableClient.CreateQueryFilter(
                    $"PartitionKey ge {first} and PartitionKey le {last} and RowKey ge {InvertedTime.Ticks(newest)} and RowKey lt {end}");
                yield break;
            }

            yield return TableClient.CreateQueryFilter($"PartitionKey eq {first} and RowKey ge {InvertedTime.Ticks(newest)} and RowKey lt {end}");
            if (!string.Equals(first, last, StringComparison.Ordinal))
            {
                yield return TableClient.CreateQueryFilter($"PartitionKey gt {first} and PartitionKey le {last} and RowKey lt {end}");
            }
        }
        else
        {
            yield return TableClient.CreateQueryFilter($"PartitionKey ge {prefix} and PartitionKey le {last} and RowKey lt {end}");
        }
    }
}
