using Pipeline.Storage;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Keys;
using Pipeline.Storage.Poison;
using Pipeline.Storage.Statistics;

namespace Pipeline.Testing.Schedules;

/// <summary>Says what is wrong with the end of a history.</summary>
/// <param name="pipeline">The pipeline.</param>
internal sealed class ScheduleCheck(TestPipeline pipeline)
{
    /// <summary>Checks that everything is as the container says.</summary>
    public async Task CheckEndAsync()
    {
        pipeline.AssertNothingLeftOver();
        var heads = pipeline.Storage.Articles.Heads;
        foreach (var head in heads)
        {
            var text = pipeline.Storage.Sources.Find(head.BlobName);
            var isHeld = ScheduleFiles.IdsOf(head.BlobName, text).Contains(head.ArticleId);
            var isKeptAway = isHeld && (head.IsSuppressed || await HasExpiredAsync(head));
            var expected = isHeld && !isKeptAway ? ArticleState.Tagged : ArticleState.Deleted;
            Require(head.State == expected, $"{head.BlobName} {head.ItemId} is {head.State} and not {expected}");
            Require(expected != ArticleState.Tagged || text!.Contains(head.Title!, StringComparison.Ordinal), $"{head.BlobName} {head.ItemId} is of another version, {head.Title}");
        }

        CheckCounts();
        var held = ScheduleFiles.Names.SelectMany(file => ScheduleFiles.IdsOf(file, pipeline.Storage.Sources.Find(file)));
        Require(held.All(id => heads.Any(head => head.ArticleId == id)), "an article of the container has no head");
    }

    /// <summary>Checks, once the poison queues were collected, that each of their messages is kept or was sent again, and that each article that failed is explained by one that is kept.</summary>
    /// <param name="queue">The messages.</param>
    /// <param name="losesMessages">Whether what asks for the removal of one that failed may be lost: then reconciling finds it later.</param>
    public async Task CheckPoisonAsync(ScheduleQueue queue, bool losesMessages)
    {
        Require(pipeline.PoisonQueues.Count == 0, "a poison message is not collected");
        var kept = new List<PoisonRecord>();
        foreach (var name in QueueNames.Poison)
        {
            kept.AddRange(await pipeline.Storage.Poison.ListAsync(name, after: null, limit: 1_000, CancellationToken.None));
        }

        var bodies = kept.Select(record => BinaryData.FromBytes(record.Body).ToString()).ToHashSet(StringComparer.Ordinal);
        Require(bodies.IsSubsetOf(queue.Poisoned), "a poison message is not kept byte for byte");
        Require(kept.All(record => record.LastError is not null), "a poison message is kept without its error");
        foreach (var failed in losesMessages ? [] : pipeline.Storage.Articles.Heads.Where(head => head.State == ArticleState.Failed))
        {
            Require(kept.Any(record => record.ArticleId == failed.ArticleId), $"{failed.BlobName} {failed.ItemId} failed, and no message is kept of it");
        }
    }

    /// <summary>Checks that each row of counts has the number of the rows of the index that it stands for, and that none is missing.</summary>
    private void CheckCounts()
    {
        var expected = pipeline.Storage.Index.Rows.Keys
            .Select(DirtyHour.Of)
            .OfType<DirtyHour>()
            .SelectMany(hour => RowsOf(hour).Select(key => (hour.Generation, key)))
            .CountBy(row => row)
            .Select(row => (Row: row.Key, Articles: (long)row.Value))
            .ToHashSet();
        var counted = pipeline.Storage.Stats.Numbers.ToHashSet();
        Require(expected.SetEquals(counted), $"{string.Join(", ", counted.Except(expected))} is counted, and there is {string.Join(", ", expected.Except(counted))}");
        Require(pipeline.Storage.Dirty.Hours.Count == 0, "marks are left");
    }

    private static IEnumerable<StatsKey> RowsOf(DirtyHour hour) =>
    [
        StatsKey.Day(hour.Listing, hour.Day),
        StatsKey.Month(hour.Listing, hour.Day),
        StatsKey.Number(hour.Listing, hour.Day),
        StatsKey.Number(hour.Listing, day: null),
    ];

    /// <summary>Tells whether an article says what it said when it became older than articles are kept; of one that had failed until then, its version says that.</summary>
    private async Task<bool> HasExpiredAsync(ArticleHead head)
    {
        if (head.Expired is null)
        {
            return false;
        }

        var file = await pipeline.Storage.Files.ReadAsync(head.FileId, CancellationToken.None);
        var parsed = await pipeline.Storage.Parsed.ReadAsync(head.ArticleId, file!.Value.Version, CancellationToken.None);
        return file.Value.Version == head.Expired || (parsed?.Item.Article is { } article && ArticleVersions.ForContent(article) == head.Expired);
    }

    private static void Require(bool condition, string what)
    {
        if (!condition)
        {
            throw new InvalidOperationException(what);
        }
    }
}
