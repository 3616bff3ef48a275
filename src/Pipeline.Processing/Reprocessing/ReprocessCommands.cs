using Pipeline.Processing.Queries;
using Pipeline.Processing.Queries.Responses;
using Pipeline.Processing.Taxonomies;
using Pipeline.Storage.Keys;
using Pipeline.Storage.Meta;

namespace Pipeline.Processing.Reprocessing;

/// <summary>Takes orders to process many articles again. One at a time: the next has to wait for the end of the one before, or call it off.</summary>
public sealed class ReprocessCommands(IMaintenanceStore store, TaxonomyInForce taxonomies, TimeProvider time)
{
    /// <summary>Takes an order.</summary>
    /// <param name="filter">Which articles; all where it says nothing.</param>
    /// <param name="cancellationToken">Ends the command early.</param>
    public async Task<QueryResult<ReprocessResponse>> StartAsync(ReprocessFilter filter, CancellationToken cancellationToken)
    {
        if (ReprocessPages.Check(filter, await taxonomies.GetAsync(cancellationToken)) is { } problem)
        {
            return problem;
        }

        var last = await store.ReadReprocessAsync(cancellationToken);
        if (last is { Value.Ended: null })
        {
            return UnderWay;
        }

        var now = time.GetUtcNow();
        var job = new ReprocessJob { Id = InvertedTime.Ticks(now.UtcDateTime), Filter = filter, Started = now };
        return await store.TryWriteReprocessAsync(job, last, cancellationToken) ? ReprocessResponse.Of(job) : UnderWay;
    }

    /// <summary>Calls off the order that is under way. What was asked for already is done.</summary>
    /// <param name="cancellationToken">Ends the command early.</param>
    public async Task<QueryResult<ReprocessResponse>> CancelAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var last = await store.ReadReprocessAsync(cancellationToken);
            if (last is not { Value.Ended: null })
            {
                return new QueryProblem(QueryProblemKind.NotFound, "No articles are being processed again.");
            }

            var cancelled = last.Value with { Ended = time.GetUtcNow(), IsCancelled = true };
            if (await store.TryWriteReprocessAsync(cancelled, last, cancellationToken))
            {
                return ReprocessResponse.Of(cancelled);
            }
        }
    }

    private static QueryProblem UnderWay =>
        new(QueryProblemKind.Conflict, "Articles are being processed again already; `/api/status` says how far that is. Call it off first, or wait for its end.");
}
