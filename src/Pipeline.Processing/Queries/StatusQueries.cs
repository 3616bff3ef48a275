using Pipeline.Processing.Generations;
using Pipeline.Processing.Queries.Responses;
using Pipeline.Processing.Taxonomies;
using Pipeline.Storage;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Index;
using Pipeline.Storage.Messages;
using Pipeline.Storage.Poison;
using Pipeline.Storage.Statistics;
using Pipeline.Storage.Taxonomies;

namespace Pipeline.Processing.Queries;

/// <summary>Tells how the pipeline is.</summary>
public sealed class StatusQueries(IQueueMonitor queues, IPoisonStore poison, IStatsStore stats, GenerationsInForce generations, TaxonomyInForce taxonomies, ITaxonomyStore taxonomyStore)
{
    private const int MaxPoison = 20;

    private static readonly string[] WorkQueues = [QueueNames.ParseArticle, QueueNames.TagIssues];

    /// <summary>Returns the depths of the queues, what is poison, and the numbers of articles.</summary>
    /// <param name="cancellationToken">Ends the query early.</param>
    public async Task<StatusResponse> GetAsync(CancellationToken cancellationToken)
    {
        var taxonomy = (await taxonomies.GetAsync(cancellationToken)).Taxonomy;
        var work = await Task.WhenAll(WorkQueues.Select(queue => queues.ReadAsync(queue, cancellationToken)));
        var failing = await Task.WhenAll(QueueNames.Poison.Select(queue => queues.ReadAsync(queue, cancellationToken)));
        var kept = await Task.WhenAll(QueueNames.Poison.Select(queue => poison.ListAsync(queue, MaxPoison, cancellationToken)));
        var present = await generations.GetAsync(cancellationToken);
        var tagged = await CountAsync(present.Live, IndexListing.All, cancellationToken);
        var rejected = await CountAsync(generation: 0, IndexListing.State(ArticleState.Rejected), cancellationToken);
        var failed = await CountAsync(generation: 0, IndexListing.State(ArticleState.Failed), cancellationToken);

        return new StatusResponse(
            work,
            failing,
            [
                .. kept.SelectMany(records => records)
                    .OrderByDescending(record => record.InsertedOn)
                    .Take(MaxPoison)
                    .Select(record => new PoisonResponse(record.Queue, record.MessageId, record.InsertedOn, record.ArticleId, record.LastError)),
            ],
            new ArticleCountsResponse(tagged, rejected, failed),
            work.Min(depth => depth.OldestWaiting),
            taxonomy.Version,
            await taxonomyStore.ReadReportAsync(cancellationToken),
            new IndexStatusResponse(present.Live, present.Building is { } building ? new RebuildResponse(building.Number, building.Since) : null));
    }

    private async Task<long> CountAsync(int generation, IndexListing listing, CancellationToken cancellationToken) =>
        (await stats.ReadRowAsync(generation, StatsKey.Total(listing), cancellationToken))?.Value.Articles ?? 0;
}
