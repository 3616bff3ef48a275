using Pipeline.Processing.Poison;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Files;
using Pipeline.Storage.Keys;
using Pipeline.Storage.Messages;
using Pipeline.Text.Parsing;

namespace Pipeline.Processing.Reconciliation;

/// <summary>Compares the container with the files' rows: each blob is to be parsed in its newest version, by the parser and the limits in force.</summary>
public sealed class BlobSweep(ISourceFileStore sources, IFileStore files, IArticleStore articles, IPipelineQueues queues, ArticleParser parser) : IReconcileSweep
{
    private const int PageSize = 200;

    /// <inheritdoc/>
    public string Name => "blobs";

    /// <inheritdoc/>
    public async Task<SweepStep> CheckAsync(string? token, ReconcileRun run, CancellationToken cancellationToken)
    {
        var page = await sources.ScanAsync(token, PageSize, cancellationToken);
        await run.ForEachAsync(page.Items.Where(blob => blob.LastModified < run.Settled), (blob, ended) => CheckAsync(blob, run, ended), cancellationToken);
        return new SweepStep(page.Items.Count, page.Next);
    }

    private async Task CheckAsync(SourceBlobItem blob, ReconcileRun run, CancellationToken cancellationToken)
    {
        var fileId = ArticleIds.ForFile(blob.Name);
        var file = (await files.ReadAsync(fileId, cancellationToken))?.Value;
        var isKnown = file?.ETag == blob.ETag;
        if ((isKnown && file!.Version == ArticleVersions.ForParsing(blob.ETag, parser.Version)) || await HasFailedAsync(fileId, blob.ETag, cancellationToken))
        {
            return;
        }

        run.Report(isKnown ? ReconcileFinding.OutdatedFile : ReconcileFinding.UnparsedBlob);
        await queues.SendAsync(new ParseArticleMessage(blob.Name), cancellationToken);
    }

    /// <summary>Tells whether parsing failed at this very version: then its message is among the poison messages, and waits for somebody.</summary>
    private async Task<bool> HasFailedAsync(string fileId, string etag, CancellationToken cancellationToken) =>
        await articles.ReadHeadAsync(fileId, cancellationToken) is { State: ArticleState.Failed, Reason: FailedArticleMarker.ParsingFailed } head && head.ETag == etag;
}
