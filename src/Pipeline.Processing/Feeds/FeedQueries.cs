using Pipeline.Processing.Queries;
using Pipeline.Processing.Queries.Listings;
using Pipeline.Processing.Taxonomies;

namespace Pipeline.Processing.Feeds;

/// <summary>Serves feeds: pages of the same listings as summaries, in the same number of calls.</summary>
public sealed class FeedQueries(SummaryQueries summaries, TaxonomyInForce taxonomies)
{
    /// <summary>Returns a page of the newest articles.</summary>
    /// <param name="issueId">The concept's id; null for all articles.</param>
    /// <param name="cursor">Where the page begins; null for the newest.</param>
    /// <param name="limit">The most articles, as text; null for the default of listings.</param>
    /// <param name="cancellationToken">Ends the query early.</param>
    public async Task<QueryResult<Feed>> GetAsync(string? issueId, string? cursor, string? limit, CancellationToken cancellationToken)
    {
        var concept = issueId is null ? null : (await taxonomies.GetAsync(cancellationToken)).Taxonomy.Find(issueId);
        if (issueId is not null && concept is null)
        {
            return new QueryProblem(QueryProblemKind.NotFound, "There is no issue of that id; /issues lists them.");
        }

        var page = await summaries.ListAsync(new SummaryListParameters { Lister = "feeds", Issues = issueId is null ? [] : [issueId], Cursor = cursor, Limit = limit }, cancellationToken);
        return page.Problem is { } problem
            ? problem
            : new Feed { IssueId = issueId, IssueLabel = concept?.PreferredLabel, Articles = page.Value!.Items, Next = page.Value.Next };
    }
}
