using Pipeline.Processing.Delivery;
using Pipeline.Processing.Duplicates;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Index;
using Pipeline.Storage.Statistics;

namespace Pipeline.Processing.Tagging;

/// <summary>
/// Brings an article's rows to a wanted state so that whatever happens half way is repaired: the attempt writes down the
/// rows it may leave behind, writes them, commits the head under the tag it began with, and removes what no head names. Hours
/// whose counts change are marked after rows were written or removed, and before the intent goes.
/// </summary>
public sealed class ArticleCommitter(IArticleStore articles, IIndexStore index, IDirtyStore dirty, Clustering clustering, TimeProvider time)
{
    // How many rows of an article are written at once: all of them would stand before whoever reads meanwhile. Chosen on the emulator.
    private const int Parallelism = 6;

    /// <summary>Tries to bring an article to a wanted state.</summary>
    /// <param name="partition">The article's rows as they were read before the wanted state was.</param>
    /// <param name="wanted">The wanted state.</param>
    /// <param name="cancellationToken">Ends the work early; what is left is repaired later.</param>
    /// <returns>False where another attempt superseded this one: read again and start again.</returns>
    public async Task<bool> TryCommitAsync(ArticlePartition partition, WantedArticle wanted, CancellationToken cancellationToken)
    {
        var present = partition.Head?.Value;
        var rev = (present?.NextRev ?? 0) + 1;
        var intent = new TagIntent
        {
            ArticleId = wanted.Head.ArticleId,
            Rev = rev,
            Attempt = Guid.NewGuid(),
            Version = wanted.Head.Version,
            Started = time.GetUtcNow(),
            OldKeys = present?.IndexKeys ?? [],
            NewKeys = wanted.Head.IndexKeys,
        };

        var begun = (present ?? Unseen(wanted.Head)) with { NextRev = rev };
        var tag = await articles.TryBeginAsync(begun, partition.Head?.Tag, intent, cancellationToken);
        if (tag is null)
        {
            return false;
        }

        // The signatures first: of two articles that come at once, one at least finds the other.
        var (signatures, listings) = (wanted.Rows.Where(IsSignature), wanted.Rows.Where(row => !IsSignature(row)));
        var isPut = await TryPutRowsAsync(signatures, rev, cancellationToken);
        var cluster = isPut && wanted.Head.State == ArticleState.Tagged
            ? await clustering.JoinAsync(wanted.Head, wanted.Head.Generation, cancellationToken)
            : null;
        if (!isPut || !await TryPutRowsAsync(listings.Select(row => row with { Entry = row.Entry with { Cluster = cluster } }), rev, cancellationToken))
        {
            await CleanUpAsync(intent, cancellationToken);
            return false;
        }

        var head = wanted.Head with { Rev = rev, NextRev = rev, Cluster = cluster };
        var leavesNothing = !intent.OldKeys.Except(intent.NewKeys).Any();
        if (leavesNothing)
        {
            await MarkDirtyAsync(intent, cancellationToken);
        }

        var committed = await articles.TryCommitAsync(head, tag, dropIntent: leavesNothing, cancellationToken);
        if (!committed || !leavesNothing)
        {
            await CleanUpAsync(intent, cancellationToken);
        }

        return committed;
    }

    /// <summary>
    /// Removes the rows that an attempt may have left behind and that the head does not name, and then its intent. For an attempt
    /// of somebody else, only where it broke off and the head's revision is not below the attempt's.
    /// </summary>
    /// <param name="intent">The attempt's intent.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public async Task CleanUpAsync(TagIntent intent, CancellationToken cancellationToken)
    {
        var head = await articles.ReadHeadAsync(intent.ArticleId, cancellationToken);
        await Task.WhenAll(intent.OldKeys.Union(intent.NewKeys).Except(head?.IndexKeys ?? [])
            .Select(key => index.DeleteAsync(key, intent.Rev, cancellationToken)));

        await MarkDirtyAsync(intent, cancellationToken);
        await articles.DropIntentAsync(intent.ArticleId, intent.Rev, cancellationToken);
    }

    private Task MarkDirtyAsync(TagIntent intent, CancellationToken cancellationToken) => dirty.MarkAsync(
        intent.ArticleId,
        [.. intent.OldKeys.Union(intent.NewKeys).Select(DirtyHour.Of).OfType<DirtyHour>().Distinct()],
        cancellationToken);

    private static bool IsSignature(IndexRow row) => !row.Entry.Signature.IsEmpty;

    private async Task<bool> TryPutRowsAsync(IEnumerable<IndexRow> rows, int rev, CancellationToken cancellationToken)
    {
        var isPut = true;
        await BoundedWork.ForEachAsync(
            rows,
            Parallelism,
            async (row, token) =>
            {
                if (!await index.TryPutAsync(row with { Entry = row.Entry with { Rev = rev } }, token))
                {
                    Volatile.Write(ref isPut, false);
                }
            },
            cancellationToken);
        return isPut;
    }

    private static ArticleHead Unseen(ArticleHead wanted) => new()
    {
        ArticleId = wanted.ArticleId,
        FileId = wanted.FileId,
        BlobName = wanted.BlobName,
        State = ArticleState.Pending,
        FirstSeen = wanted.FirstSeen,
    };
}
