using Pipeline.Processing.Duplicates;
using Pipeline.Processing.Generations;
using Pipeline.Processing.Tagging;
using Pipeline.Storage;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Files;
using Pipeline.Storage.Generations;
using Pipeline.Storage.Index;
using Pipeline.Storage.Keys;
using Pipeline.Storage.Messages;
using Pipeline.Storage.Parsed;

namespace Pipeline.Processing.Reconciliation;

/// <summary>Looks at each article: attempts that broke off, articles that no file holds any more or no live listing, parsed versions that are missing, tombstones that are old. Notes the rows that heads name.</summary>
public sealed class ArticleSweep(
    IArticleStore articles,
    IFileStore files,
    IParsedArticleStore parsed,
    ArticleCommitter committer,
    SimilarArticles similar,
    NamedRows named,
    GenerationsInForce generations,
    IPipelineQueues queues) : IReconcileSweep
{
    private const int PageSize = 200;

    /// <inheritdoc/>
    public string Name => "articles";

    /// <inheritdoc/>
    public async Task<SweepStep> CheckAsync(string? token, ReconcileRun run, CancellationToken cancellationToken)
    {
        if (token is null)
        {
            named.Begin();
        }

        var present = await generations.GetAsync(cancellationToken);
        var page = await articles.ScanAsync(token, PageSize, cancellationToken);
        await run.ForEachAsync(page.Items, (article, ended) => CheckAsync(article, present, run, ended), cancellationToken);
        return new SweepStep(page.Items.Count, page.Next);
    }

    private async Task CheckAsync(ArticlePartition article, IndexGenerations present, ReconcileRun run, CancellationToken cancellationToken)
    {
        if (article.Head is not { } stored)
        {
            return; // A head stands before every intent, so it has gone since.
        }

        var head = stored.Value;
        foreach (var intent in article.Intents.Where(intent => intent.Started < run.Settled))
        {
            run.Report(ReconcileFinding.StaleIntent);
            if (intent.Rev > head.Rev)
            {
                await AskAsync(head, cancellationToken);
            }
            else
            {
                await committer.CleanUpAsync(intent, cancellationToken);
            }
        }

        if (article.Intents.Count > 0)
        {
            return; // Who changes it sees to its rows.
        }

        List<IndexKey> rows = [.. head.IndexKeys.Where(key => present.Has(key.Generation))];
        named.Note(rows);
        var file = await files.ReadAsync(head.FileId, cancellationToken);
        if (head.State == ArticleState.Deleted)
        {
            await CheckTombstoneAsync(stored, file, run, cancellationToken);
        }
        else if (!Names(file?.Value, head.ArticleId))
        {
            run.Report(ReconcileFinding.UnwantedArticle);
            await AskAsync(head, cancellationToken);
        }
        else
        {
            await CheckPartsAsync(head, rows, present, run, cancellationToken);
        }
    }

    private async Task CheckTombstoneAsync(Stored<ArticleHead> stored, Stored<FileRecord>? file, ReconcileRun run, CancellationToken cancellationToken)
    {
        var head = stored.Value;
        // One that was deleted by command stays away as long as its file is there: its next version may hold it again.
        var mayComeBack = head.IsSuppressed && file is { Value.ETag.Length: > 0 };
        if (mayComeBack || Names(file?.Value, head.ArticleId) || !(head.Deleted < run.TombstonesKeptSince))
        {
            return;
        }

        // The row first: after a crash in between the tombstone is found again, while nobody looks for a row that names nothing.
        if (file is { Value: { ETag: "", ArticleIds: [], Retiring: [] } } && !await files.TryForgetAsync(file, cancellationToken))
        {
            return; // It changed since it was read: the file may have come back. The next pass looks again.
        }

        if (await articles.TryForgetAsync(head.ArticleId, stored.Tag, cancellationToken))
        {
            run.Report(ReconcileFinding.ExpiredTombstone);
        }
    }

    private async Task CheckPartsAsync(ArticleHead head, List<IndexKey> rows, IndexGenerations present, ReconcileRun run, CancellationToken cancellationToken)
    {
        if (head.State == ArticleState.Tagged && rows.TrueForAll(key => key.Generation != present.Live))
        {
            run.Report(ReconcileFinding.MissingRow);
            await AskAgainAsync(head, run, cancellationToken);
        }
        else if (await LacksParsedAsync(head, cancellationToken))
        {
            run.Report(ReconcileFinding.MissingParsed);
            if (run.TryParse(head.FileId))
            {
                await queues.SendAsync(new ParseArticleMessage(head.BlobName), cancellationToken);
            }

            await AskAgainAsync(head, run, cancellationToken);
        }
        else if (StrayVersions.IsStray(head, present))
        {
            run.Report(ReconcileFinding.OutdatedTags);
            await AskAsync(head, cancellationToken);
        }
        else if (head.Cluster is not null && await similar.FindAsync(head, present.Live, limit: 1, cancellationToken) is [])
        {
            run.Report(ReconcileFinding.LoneCluster);
            await AskAgainAsync(head, run, cancellationToken);
        }
    }

    /// <summary>Tells whether what a tagged article is made of is gone.</summary>
    private async Task<bool> LacksParsedAsync(ArticleHead head, CancellationToken cancellationToken) =>
        head is { State: ArticleState.Tagged, TaxonomyVersion: { } taxonomy, PipelineVersion: { } pipeline }
        && !await parsed.ExistsAsync(head.ArticleId, head.Version, ArticleVersions.ForTagging(taxonomy, pipeline), cancellationToken);

    private static bool Names(FileRecord? file, string articleId) =>
        file is not null && (file.ArticleIds.Contains(articleId, StringComparer.Ordinal) || file.Retiring.Contains(articleId, StringComparer.Ordinal));

    private Task AskAsync(ArticleHead head, CancellationToken cancellationToken) =>
        queues.SendAsync(new TagIssuesMessage(head.ArticleId, head.FileId), TimeSpan.Zero, cancellationToken);

    private async Task AskAgainAsync(ArticleHead head, ReconcileRun run, CancellationToken cancellationToken)
    {
        if (run.TryTagAgain(head.ArticleId))
        {
            await queues.SendAsync(new TagIssuesMessage(head.ArticleId, head.FileId) { Again = true }, TimeSpan.Zero, cancellationToken);
        }
    }
}
