using Microsoft.Extensions.Logging;
using Pipeline.Processing.Delivery;
using Pipeline.Processing.Generations;
using Pipeline.Processing.Rewriting;
using Pipeline.Processing.Taxonomies;
using Pipeline.Processing.Telemetry;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Files;
using Pipeline.Storage.Generations;
using Pipeline.Storage.Keys;
using Pipeline.Storage.Messages;
using Pipeline.Storage.Parsed;
using Pipeline.Text;
using Pipeline.Text.Summarization.Rewriting;

namespace Pipeline.Processing.Tagging;

/// <summary>Brings an article to the version that its file's row wants: tags, summary, listings; or its tombstone.</summary>
public sealed partial class TagIssuesProcessor(
    IArticleStore articles,
    IFileStore files,
    IParsedArticleStore parsed,
    IPipelineQueues queues,
    TaxonomyInForce taxonomies,
    GenerationsInForce generations,
    SummaryRewriter rewriter,
    WantedArticles wantedArticles,
    ArticleCommitter committer,
    StageRunner stages,
    PipelineMetrics metrics,
    TimeProvider time,
    ILogger<TagIssuesProcessor> logger)
{
    private const int MaxRestarts = 5;

    // How long an attempt of somebody else is waited for before the work is done a second time. It only saves work.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Tags an article.</summary>
    /// <param name="message">The article and its file.</param>
    /// <param name="delivery">How the message came.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="ContentionException">Others changed the article during each attempt.</exception>
    public Task ProcessAsync(TagIssuesMessage message, MessageDelivery delivery, CancellationToken cancellationToken) =>
        stages.RunAsync("tag", delivery, message.ArticleId, () => TagAsync(message, delivery, cancellationToken), cancellationToken);

    private async Task TagAsync(TagIssuesMessage message, MessageDelivery delivery, CancellationToken cancellationToken)
    {
        // One taxonomy and one look at the index for all of the article's work: they may change meanwhile.
        var work = new Work(await taxonomies.GetAsync(cancellationToken), await generations.GetAsync(cancellationToken), message);
        for (var attempt = 0; attempt <= MaxRestarts; attempt++)
        {
            // The article before the file: whoever changes the row after this read enqueues the article again.
            var partition = await articles.ReadAsync(message.ArticleId, cancellationToken);
            var file = await files.ReadAsync(message.FileId, cancellationToken);
            var isListed = file?.Value.ArticleIds.Contains(message.ArticleId, StringComparer.Ordinal) == true;
            var wanted = isListed && partition.Head?.Value.IsKeptAway(file!.Value.Version) != true
                ? await WantAsync(work, partition, file!.Value, waits: !delivery.IsRedelivery && attempt == 0, cancellationToken)
                : Retire(message.ArticleId, partition, file?.Value);

            if (wanted is null || await committer.TryCommitAsync(partition, wanted, cancellationToken))
            {
                if (wanted is not null)
                {
                    Tell(wanted.Head, partition.Head?.Value, work.Seen);
                    await FollowRebuildAsync(message, wanted.Head, cancellationToken);
                }

                return;
            }
        }

        throw new ContentionException($"Article {message.ArticleId} changed during each of {MaxRestarts + 1} attempts.");
    }

    /// <summary>Asks again for an article whose tagging took so long that a rebuild of the index may have passed it by, or that was tagged by a taxonomy that others know to be old.</summary>
    private async Task FollowRebuildAsync(TagIssuesMessage message, ArticleHead head, CancellationToken cancellationToken)
    {
        var present = await generations.GetAsync(cancellationToken);
        if (head.State == ArticleState.Tagged && (head.Generation < present.Wanted || StrayVersions.IsStray(head, present)))
        {
            // By then there was another look at what is in force; where that gives the same, nothing is left to do.
            await queues.SendAsync(message with { Again = false, Joins = false }, GenerationsInForce.LookInterval, cancellationToken);
        }
    }

    private void Tell(ArticleHead head, ArticleHead? previous, DateTimeOffset? seen)
    {
        Log.Committed(logger, head.ArticleId, head.State, head.Issues.Count);
        metrics.Committed(head.State, head.Reason);
        var isNew = previous?.ETag != head.ETag || previous.State == ArticleState.Pending;
        if (head.State == ArticleState.Tagged && isNew && seen is { } uploaded)
        {
            metrics.Served(time.GetUtcNow() - uploaded);
        }
    }

    private WantedArticle? Retire(string articleId, ArticlePartition partition, FileRecord? file) => (partition.Head, file) switch
    {
        (null, null) => null, // Nothing was ever written for it.

        // The tombstone also where there is no head: a parser that is late may be about to add a pending one.
        (null, not null) => WantedArticles.Deleted(new ArticleIdentity(articleId, file.FileId, file.BlobName, time.GetUtcNow()), file, time.GetUtcNow()),
        ({ Value: var head }, _) => WantedArticles.Deleted(ArticleIdentity.Of(head), file, head.Deleted ?? time.GetUtcNow()),
    };

    private async Task<WantedArticle?> WantAsync(
        Work work, ArticlePartition partition, FileRecord file, bool waits, CancellationToken cancellationToken)
    {
        var (analyzer, present, message) = (work.Analyzer, work.Generations, work.Message);
        var isAsked = message.Again || (message.Joins && partition.Head?.Value.Cluster is null);
        if (!isAsked && UpToDateCheck.IsDone(partition, file, analyzer.Taxonomy.Version, present.Wanted))
        {
            return null;
        }

        if (waits && IsUnderWay(partition, file))
        {
            await queues.SendAsync(message, Patience, cancellationToken);
            return null;
        }

        var article = await parsed.ReadAsync(message.ArticleId, file.Version, cancellationToken);
        if (article is null)
        {
            await queues.SendAsync(new ParseArticleMessage(file.BlobName), cancellationToken);
            return null;
        }

        if (partition.Head?.Value.Expired is { } expired && article.Item.Article is { } said && ArticleVersions.ForContent(said) == expired)
        {
            return Retire(message.ArticleId, partition, file);
        }

        work.Seen = article.Seen;
        var firstSeen = partition.Head is { Value: { State: not ArticleState.Deleted } live } ? live.FirstSeen : article.Seen;
        var identity = new ArticleIdentity(message.ArticleId, file.FileId, file.BlobName, firstSeen, article.Item.ItemId);
        return article.Item.Rejection is { } rejection
            ? wantedArticles.Rejected(identity, file, rejection, analyzer.Taxonomy.Version)
            : await AnalyzeAsync(work, partition.Head?.Value, identity, file, article.Item.Article!, cancellationToken);
    }

    private async Task<WantedArticle> AnalyzeAsync(
        Work work, ArticleHead? previous, ArticleIdentity identity, FileRecord file, Article article, CancellationToken cancellationToken)
    {
        var analysis = work.Analyzer.Analyze(article, explain: true);
        var taggingVersion = ArticleVersions.ForTagging(work.Analyzer.Taxonomy.Version, ArticleAnalyzer.Version);
        await parsed.WriteTagsAsync(identity.ArticleId, file.Version, taggingVersion, analysis, cancellationToken);
        if (!work.Rewrites.TryGetValue(file.Version, out var rewrite))
        {
            work.Rewrites[file.Version] = rewrite = await rewriter.RewriteAsync(analysis.Summary, cancellationToken);
        }

        return wantedArticles.Tagged(new TaggedArticle(identity, file, article, analysis, rewrite, work.Analyzer.Taxonomy), previous, work.Generations, time.GetUtcNow());
    }

    private bool IsUnderWay(ArticlePartition partition, FileRecord file) =>
        partition.Intents.Any(intent =>
            intent.Rev > (partition.Head?.Value.Rev ?? 0)
            && intent.Version == file.Version
            && time.GetUtcNow() - intent.Started < Patience);

    /// <summary>What the attempts at one message share: the same taxonomy and generations of the index, and what the language model answered, asked once for each version of the file.</summary>
    private sealed record Work(ArticleAnalyzer Analyzer, IndexGenerations Generations, TagIssuesMessage Message)
    {
        public Dictionary<string, SummaryRewrite?> Rewrites { get; } = new(StringComparer.Ordinal);

        /// <summary>Gets or sets when the blob was written whose article was read last.</summary>
        public DateTimeOffset? Seen { get; set; }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Article {ArticleId} is {State}, with {Issues} issues.")]
        public static partial void Committed(ILogger logger, string articleId, ArticleState state, int issues);
    }
}
