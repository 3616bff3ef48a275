using Azure;
using Azure.Data.Tables;

namespace Pipeline.Storage.Articles;

/// <summary>The table <see cref="TableNames.Articles"/>: partition <c>{articleId}</c>, rows <c>head</c> and <c>intent_{rev}</c>.</summary>
public sealed class ArticleStore(ArticleStorageClients clients) : IArticleStore
{
    private readonly TableClient _table = clients.Tables.GetTableClient(TableNames.Articles);

    /// <inheritdoc/>
    public async Task<ArticlePartition> ReadAsync(string articleId, CancellationToken cancellationToken)
    {
        var rows = new List<TableEntity>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {articleId}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            rows.Add(row);
        }

        return ReadPartition(articleId, rows);
    }

    /// <inheritdoc/>
    public async Task<StoragePage<ArticlePartition>> ScanAsync(string? token, int limit, CancellationToken cancellationToken)
    {
        var page = await _table.ReadPageAsync(filter: null, columns: null, token, limit, cancellationToken);
        var partitions = new List<ArticlePartition>();
        foreach (var rows in page.Items.GroupBy(row => row.PartitionKey))
        {
            // A head is the first row of its partition: without one, or at the end of the page, there may be more.
            var isWhole = rows.First().RowKey == ArticleRows.HeadKey && (page.Next is null || rows.Key != page.Items[^1].PartitionKey);
            partitions.Add(isWhole ? ReadPartition(rows.Key, rows) : await ReadAsync(rows.Key, cancellationToken));
        }

        return new StoragePage<ArticlePartition>(partitions, page.Next);
    }

    /// <inheritdoc/>
    public async Task<ArticleHead?> ReadHeadAsync(string articleId, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(articleId, ArticleRows.HeadKey, cancellationToken: cancellationToken);
        return row.HasValue ? ArticleRows.ReadHead(row.Value!) : null;
    }

    /// <inheritdoc/>
    public async Task AddIfMissingAsync(ArticleHead head, CancellationToken cancellationToken)
    {
        try
        {
            await _table.AddEntityAsync(ArticleRows.Write(head), cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            // The article has a head: that is all this method promises.
        }
    }

    /// <inheritdoc/>
    public async Task<string?> TryBeginAsync(ArticleHead head, string? tag, TagIntent intent, CancellationToken cancellationToken)
    {
        TableTransactionAction[] actions =
        [
            tag is null
                ? new(TableTransactionActionType.Add, ArticleRows.Write(head))
                : new(TableTransactionActionType.UpdateMerge, ArticleRows.WriteNextRev(head), new ETag(tag)),
            new(TableTransactionActionType.Add, ArticleRows.Write(intent)),
        ];

        try
        {
            var responses = await _table.SubmitTransactionAsync(actions, cancellationToken);
            return responses.Value[0].Headers.ETag!.Value.ToString();
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            var current = await ReadAsync(head.ArticleId, cancellationToken);
            return current.Intents.Any(other => other.Attempt == intent.Attempt)
                && current.Head is { } begun && begun.Value.NextRev == intent.Rev && HasMarks(begun.Value, head.IsSuppressed, head.Expired)
                ? begun.Tag
                : null;
        }
    }

    /// <inheritdoc/>
    public async Task<bool> TryCommitAsync(ArticleHead head, string tag, bool dropIntent, CancellationToken cancellationToken)
    {
        var commit = new TableTransactionAction(TableTransactionActionType.UpdateReplace, ArticleRows.Write(head), new ETag(tag));
        var drop = new TableTransactionAction(
            TableTransactionActionType.Delete,
            new TableEntity(head.ArticleId, ArticleRows.IntentKey(head.Rev)),
            ETag.All);

        try
        {
            await _table.SubmitTransactionAsync(dropIntent ? [commit, drop] : [commit], cancellationToken);
            return true;
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            var current = await ReadHeadAsync(head.ArticleId, cancellationToken);
            return current?.Rev == head.Rev;
        }
    }

    /// <inheritdoc/>
    public async Task DropIntentAsync(string articleId, int rev, CancellationToken cancellationToken) =>
        await _table.DeleteEntityAsync(articleId, ArticleRows.IntentKey(rev), ETag.All, cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> TryKeepAwayAsync(string articleId, bool isSuppressed, string? expired, string tag, CancellationToken cancellationToken)
    {
        try
        {
            await _table.UpdateEntityAsync(ArticleRows.WriteKeptAway(articleId, isSuppressed, expired), new ETag(tag), TableUpdateMode.Merge, cancellationToken);
            return true;
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            return await ReadHeadAsync(articleId, cancellationToken) is { } head && HasMarks(head, isSuppressed, expired);
        }
    }

    /// <inheritdoc/>
    public async Task<bool> TryForgetAsync(string articleId, string tag, CancellationToken cancellationToken)
    {
        try
        {
            await _table.DeleteEntityAsync(articleId, ArticleRows.HeadKey, new ETag(tag), cancellationToken);
            return true;
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            return false;
        }
    }

    private static bool HasMarks(ArticleHead head, bool isSuppressed, string? expired) => head.IsSuppressed == isSuppressed && head.Expired == expired;

    private static ArticlePartition ReadPartition(string articleId, IEnumerable<TableEntity> rows)
    {
        Stored<ArticleHead>? head = null;
        var intents = new List<TagIntent>();
        foreach (var row in rows)
        {
            if (ArticleRows.IsIntent(row))
            {
                intents.Add(ArticleRows.ReadIntent(row));
            }
            else
            {
                head = new Stored<ArticleHead>(ArticleRows.ReadHead(row), row.ETag.ToString());
            }
        }

        return new ArticlePartition(articleId, head, intents);
    }
}
