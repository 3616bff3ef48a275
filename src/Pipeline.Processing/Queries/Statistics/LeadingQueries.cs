using Pipeline.Processing.Queries.Responses;
using Pipeline.Processing.Taxonomies;
using Pipeline.Text.Tagging;

namespace Pipeline.Processing.Queries.Statistics;

/// <summary>Serves who and what leads among the articles of an issue, or of all, over a range of days.</summary>
public sealed class LeadingQueries(RangeStats stats, TaxonomyInForce taxonomies)
{
    /// <summary>The names of each kind where the caller does not say.</summary>
    public const int DefaultLimit = 10;

    /// <summary>The most names of each kind.</summary>
    public const int MaxLimit = 50;

    /// <summary>Returns what leads.</summary>
    /// <param name="parameters">What is asked for.</param>
    /// <param name="cancellationToken">Ends the query early.</param>
    public async Task<QueryResult<LeadingResponse>> GetAsync(LeadingParameters parameters, CancellationToken cancellationToken)
    {
        var taxonomy = (await taxonomies.GetAsync(cancellationToken)).Taxonomy;
        var read = IssueRange.Read(parameters.Issue, parameters.From, parameters.To, parameters.Narrower, taxonomy);
        if (read.Problem is not null)
        {
            return read.Problem;
        }

        var (listing, days) = read.Value!;

        if (!NumberParameter.TryRead(parameters.Limit, DefaultLimit, MaxLimit, out var limit))
        {
            return QueryProblem.Parameter("limit", $"must be a number from 1 to {MaxLimit}");
        }

        var counts = await stats.SumAsync(listing, days, cancellationToken);
        return new LeadingResponse(
            parameters.Issue,
            days.From,
            days.To,
            counts.Articles,
            [.. counts.Actors.Take(limit).Select(actor => new ActorCountResponse(actor.Id, actor.Name!, actor.Wikidata, actor.Articles))],
            [.. counts.Issues.Where(issue => issue.Id != parameters.Issue).Take(limit).Select(issue => Describe(issue.Id, issue.Articles, taxonomy))],
            [.. counts.Sources.Take(limit).Select(source => new SourceCountResponse(source.Name!, source.Articles))]);
    }

    private static IssueCountResponse Describe(string issueId, long articles, Taxonomy taxonomy)
    {
        var concept = taxonomy.Find(issueId);
        return new IssueCountResponse(issueId, concept?.PreferredLabel, articles, concept?.Medtop, concept?.Wikidata);
    }
}

/// <summary>What is asked for, as text; null for a parameter that is not given.</summary>
/// <param name="Issue">The concept's id; null for all articles.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, included.</param>
/// <param name="Narrower">Whether articles about narrower issues count too: <c>true</c> or <c>false</c>.</param>
/// <param name="Limit">The most names of each kind.</param>
public sealed record LeadingParameters(string? Issue, string? From, string? To, string? Narrower, string? Limit);
