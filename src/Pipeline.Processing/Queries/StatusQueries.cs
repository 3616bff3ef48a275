using Pipeline.Processing.Queries.Responses;
using Pipeline.Storage;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Index;
using Pipeline.Storage.Messages;
using Pipeline.Storage.Poison;
using Pipeline.Text.Tagging;

namespace Pipeline.Processing.Queries;

/// <summary>Tells how the pipeline is.</summary>
public sealed class StatusQueries(IQueueMonitor queues, IPoisonStore poison, IIndexStore index, Taxonomy taxonomy)
{
    private const int MaxPoison = 20;

    private static readonly string[] WorkQueues = [QueueNames.ParseArticle, QueueNames.TagIssues];

    /// <summary>Returns the depths of the queues, what is poison, and the numbers of articles.</summary>
    /// <param name="cancellationToken">Ends the query early.</param>
    public async Task<StatusResponse> GetAsync(CancellationToken cancellationToken)
    {
        var work = await Task.WhenAll(WorkQueues.Select(queue => queues.ReadAsync(queue, cancellationToken)));
        var failing = await Task.WhenAll(QueueNames.Poison.Select(queue => queues.ReadAsync(queue, cancellationToken)));
        var kept = await Task.WhenAll(QueueNames.Poison.Select(queue => poison.ListAsync(queue, MaxPoison, cancellationToken)));
        var states = await index.CountAsync(IndexKind.State, IssueQueries.MaxCountedPages, cancellationToken);
        var all = await index.CountAsync(IndexKind.All, IssueQueries.MaxCountedPages, cancellationToken);

        return new StatusResponse(
            work,
            failing,
            [
                .. kept.SelectMany(records => records)
                    .OrderByDescending(record => record.InsertedOn)
                    .Take(MaxPoison)
                    .Select(record => new PoisonResponse(record.Queue, record.MessageId, record.InsertedOn, record.ArticleId, record.LastError)),
            ],
            new ArticleCountsResponse(
                all.ById.GetValueOrDefault(IndexListing.All.Id),
                states.ById.GetValueOrDefault(IndexListing.State(ArticleState.Rejected).Id),
                states.ById.GetValueOrDefault(IndexListing.State(ArticleState.Failed).Id),
                states.Complete && all.Complete),
            work.Min(depth => depth.OldestWaiting),
            taxonomy.Version);
    }
}
