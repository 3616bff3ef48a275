using Pipeline.Processing.Generations;
using Pipeline.Processing.Queries.Responses;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Index;
using Pipeline.Storage.Statistics;

namespace Pipeline.Processing.Queries.Statistics;

/// <summary>Tells how many articles there are in each state that is listed, as of the last recount: three point reads.</summary>
public sealed class ArticleCounts(IStatsStore stats, GenerationsInForce generations)
{
    /// <summary>Reads the numbers.</summary>
    /// <param name="cancellationToken">Ends the call early.</param>
    public async Task<ArticleCountsResponse> ReadAsync(CancellationToken cancellationToken)
    {
        var live = (await generations.GetAsync(cancellationToken)).Live;
        var counts = await Task.WhenAll(
            CountAsync(live, IndexListing.All, cancellationToken),
            CountAsync(generation: 0, IndexListing.State(ArticleState.Rejected), cancellationToken),
            CountAsync(generation: 0, IndexListing.State(ArticleState.Failed), cancellationToken));
        return new ArticleCountsResponse(counts[0], counts[1], counts[2]);
    }

    private async Task<long> CountAsync(int generation, IndexListing listing, CancellationToken cancellationToken) =>
        (await stats.ReadRowAsync(generation, StatsKey.Number(listing, day: null), cancellationToken))?.Value.Articles ?? 0;
}
