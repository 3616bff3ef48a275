using Pipeline.Processing.Generations;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Generations;
using Pipeline.Storage.Index;
using Pipeline.Storage.Messages;

namespace Pipeline.Processing.Reconciliation;

/// <summary>Looks for the rows that heads name and that were not met among the rows of the listings: where one is missing, its article is tagged again.</summary>
public sealed class RowSweep(IArticleStore articles, IIndexStore index, NamedRows named, GenerationsInForce generations, IPipelineQueues queues) : IReconcileSweep
{
    private const int PageSize = 200;

    /// <inheritdoc/>
    public string Name => "rows";

    /// <inheritdoc/>
    public async Task<SweepStep> CheckAsync(string? token, ReconcileRun run, CancellationToken cancellationToken)
    {
        if (named.AreAllMet)
        {
            return new SweepStep(0, Next: null);
        }

        var present = await generations.GetAsync(cancellationToken);
        var page = await articles.ScanAsync(token, PageSize, cancellationToken);
        await run.ForEachAsync(page.Items, (article, ended) => CheckAsync(article, present, run, ended), cancellationToken);
        return new SweepStep(page.Items.Count, page.Next);
    }

    private async Task CheckAsync(ArticlePartition article, IndexGenerations present, ReconcileRun run, CancellationToken cancellationToken)
    {
        if (article is not { Head.Value: { } head, Intents: [] })
        {
            return; // Who changes it sees to its rows.
        }

        var revs = await Task.WhenAll(head.IndexKeys.Where(key => present.Has(key.Generation) && named.MayBeMissing(key)).Select(key => index.ReadRevAsync(key, cancellationToken)));
        if (revs.Contains(null))
        {
            // The head may have changed since it was read, and its rows with it: then this asks for nothing new.
            run.Report(ReconcileFinding.MissingRow);
            if (run.TryTagAgain(head.ArticleId))
            {
                await queues.SendAsync(new TagIssuesMessage(head.ArticleId, head.FileId) { Again = true }, TimeSpan.Zero, cancellationToken);
            }
        }
    }
}
