using Pipeline.Processing.Taxonomies;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Files;
using Pipeline.Storage.Keys;
using Pipeline.Storage.Parsed;
using Pipeline.Text;
using Pipeline.Text.Parsing;

namespace Pipeline.Processing.Reconciliation;

/// <summary>Looks at each parsed version: one that no head and no file's row names, and that is not of the blob's present version, goes.</summary>
public sealed class ParsedSweep(
    IParsedArticleStore parsed, IArticleStore articles, IFileStore files, ISourceFileStore sources, TaxonomyInForce taxonomies, ArticleParser parser) : IReconcileSweep
{
    private const int PageSize = 500;

    /// <inheritdoc/>
    public string Name => "parsed";

    /// <inheritdoc/>
    public async Task<SweepStep> CheckAsync(string? token, ReconcileRun run, CancellationToken cancellationToken)
    {
        var tagging = ArticleVersions.ForTagging((await taxonomies.GetAsync(cancellationToken)).Taxonomy.Version, ArticleAnalyzer.Version);
        var page = await parsed.ScanAsync(token, PageSize, cancellationToken);
        await run.ForEachAsync(
            page.Items.Where(blob => blob.LastModified < run.Settled).GroupBy(blob => blob.ArticleId),
            (blobs, ended) => CheckAsync(blobs.Key, [.. blobs], tagging, run, ended),
            cancellationToken);
        return new SweepStep(page.Items.Count, page.Next);
    }

    private async Task CheckAsync(string articleId, IReadOnlyList<ParsedBlobItem> blobs, string tagging, ReconcileRun run, CancellationToken cancellationToken)
    {
        var head = await articles.ReadHeadAsync(articleId, cancellationToken);
        var versions = head is null ? new HashSet<string>() : await ReadWantedAsync(head, cancellationToken);
        var tagged = head?.TaxonomyVersion is { } taxonomy && head.PipelineVersion is { } pipeline ? ArticleVersions.ForTagging(taxonomy, pipeline) : null;
        foreach (var blob in blobs.Where(blob => !versions.Contains(blob.Version) || (blob.TaggingVersion is { } by && by != tagging && by != tagged)))
        {
            run.Report(ReconcileFinding.OrphanParsed);
            await parsed.DeleteAsync(blob.Name, cancellationToken);
        }
    }

    /// <summary>Returns the versions of an article that somebody may read. The blob is asked last: what is parsed of it meanwhile is younger than what is looked at.</summary>
    private async Task<HashSet<string>> ReadWantedAsync(ArticleHead head, CancellationToken cancellationToken)
    {
        var versions = new HashSet<string>(StringComparer.Ordinal);
        if (head.State != ArticleState.Deleted)
        {
            versions.Add(head.Version);
        }

        if ((await files.ReadAsync(head.FileId, cancellationToken))?.Value is { } file && file.ArticleIds.Contains(head.ArticleId, StringComparer.Ordinal))
        {
            versions.Add(file.Version);
        }

        if (await sources.ReadETagAsync(head.BlobName, cancellationToken) is { Length: > 0 } etag)
        {
            versions.Add(ArticleVersions.ForParsing(etag, parser.Version));
        }

        return versions;
    }
}
