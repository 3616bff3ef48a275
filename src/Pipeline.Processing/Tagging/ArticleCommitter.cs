using Pipeline.Storage.Articles;
using Pipeline.Storage.Index;

namespace Pipeline.Processing.Tagging;

/// <summary>
/// Brings an article's rows to a wanted state so that whatever happens half way is repaired: the attempt writes down the
/// rows it may leave behind, writes them, commits the head under the tag it began with, and removes what no head names.
/// </summary>
public sealed class ArticleCommitter(IArticleStore articles, IIndexStore index, TimeProvider time)
{
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

        if (!await TryPutRowsAsync(wanted.Rows, rev, cancellationToken))
        {
            await CleanUpAsync(intent, cancellationToken);
            return false;
        }

        var head = wanted.Head with { Rev = rev, NextRev = rev };
        var leavesNothing = !intent.OldKeys.Except(intent.NewKeys).Any();
        var committed = await articles.TryCommitAsync(head, tag, dropIntent: leavesNothing, cancellationToken);
        if (!committed || !leavesNothing)
        {
            await CleanUpAsync(intent, cancellationToken);
        }

        return committed;
    }

    /// <summary>Removes the rows that an attempt may have left behind and that the head does not name, and then its intent.</summary>
    /// <param name="intent">The attempt's intent.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    private async Task CleanUpAsync(TagIntent intent, CancellationToken cancellationToken)
    {
        var head = await articles.ReadHeadAsync(intent.ArticleId, cancellationToken);
        foreach (var key in intent.OldKeys.Union(intent.NewKeys).Except(head?.IndexKeys ?? []))
        {
            await index.DeleteAsync(key, intent.Rev, cancellationToken);
        }

        await articles.DropIntentAsync(intent.ArticleId, intent.Rev, cancellationToken);
    }

    private async Task<bool> TryPutRowsAsync(IReadOnlyList<IndexRow> rows, int rev, CancellationToken cancellationToken)
    {
        var puts = await Task.WhenAll(rows.Select(row =>
            index.TryPutAsync(row with { Entry = row.Entry with { Rev = rev } }, cancellationToken)));
        return puts.All(put => put);
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
