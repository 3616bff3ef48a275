using Pipeline.Processing.Generations;
using Pipeline.Processing.Queries.Responses;
using Pipeline.Processing.Taxonomies;
using Pipeline.Storage.Index;
using Pipeline.Storage.Statistics;
using Pipeline.Text.Tagging;

namespace Pipeline.Processing.Queries;

/// <summary>Serves the issues of the taxonomy with the numbers of their articles.</summary>
public sealed class IssueQueries(IStatsStore stats, GenerationsInForce generations, TaxonomyInForce taxonomies)
{
    /// <summary>Returns all issues, those with most articles first.</summary>
    /// <param name="date">The day whose articles are counted, as text; null for all time.</param>
    /// <param name="cancellationToken">Ends the query early.</param>
    public async Task<QueryResult<IssuesResponse>> ListAsync(string? date, CancellationToken cancellationToken)
    {
        var days = DayRange.Read(date, from: null, to: null);
        if (days.Problem is not null)
        {
            return days.Problem;
        }

        var taxonomy = (await taxonomies.GetAsync(cancellationToken)).Taxonomy;
        var counts = await CountAsync(days.Value!.From, cancellationToken);
        return new IssuesResponse(taxonomy.Version, days.Value.From, Describe(taxonomy.Concepts, counts));
    }

    /// <summary>Returns an issue with its place in the taxonomy and its articles by month.</summary>
    /// <param name="issueId">The concept's id.</param>
    /// <param name="cancellationToken">Ends the query early.</param>
    public async Task<QueryResult<IssueDetailsResponse>> GetAsync(string issueId, CancellationToken cancellationToken)
    {
        var taxonomy = (await taxonomies.GetAsync(cancellationToken)).Taxonomy;
        if (taxonomy.Find(issueId) is not { } concept)
        {
            return new QueryProblem(QueryProblemKind.NotFound, "There is no issue of that id; /issues lists them.");
        }

        var listing = IndexListing.Issue(issueId);
        var counts = await CountAsync(day: null, cancellationToken);
        var months = await stats.ReadNumbersAsync((await generations.GetAsync(cancellationToken)).Live, listing, StatsSpan.Month, null, null, cancellationToken);
        var articles = counts.ArticlesOf(listing);
        return new IssueDetailsResponse
        {
            Id = concept.Id,
            Label = concept.PreferredLabel,
            AlternativeLabels = concept.AlternativeLabels is [] ? null : concept.AlternativeLabels,
            Definition = concept.Definition,
            Medtop = concept.Medtop,
            Wikidata = concept.Wikidata,
            Cap = concept.Cap,
            Articles = articles,
            ArticlesWithNarrower = taxonomy.NarrowerOf(issueId).Any() ? counts.ArticlesOf(IndexListing.Branch(issueId)) : articles,
            Broader = Describe(concept.Broader.Select(taxonomy.Find).OfType<Concept>(), counts),
            Narrower = Describe(taxonomy.NarrowerOf(issueId), counts),
            Related = Describe(concept.Related.Select(taxonomy.Find).OfType<Concept>(), counts),
            Timeline = [.. months.Reverse().Select(month => new TimelinePoint(month.First, month.Counts.Articles))],
        };
    }

    private async Task<ListingNumbers> CountAsync(DateOnly? day, CancellationToken cancellationToken) =>
        await stats.ReadListingsAsync((await generations.GetAsync(cancellationToken)).Live, day, cancellationToken);

    private static IReadOnlyList<IssueCountResponse> Describe(IEnumerable<Concept> concepts, ListingNumbers counts) =>
    [
        .. concepts
            .Select(concept => new IssueCountResponse(
                concept.Id, concept.PreferredLabel, counts.ArticlesOf(IndexListing.Issue(concept.Id)), concept.Medtop, concept.Wikidata))
            .OrderByDescending(issue => issue.Articles)
            .ThenBy(issue => issue.Id, StringComparer.Ordinal),
    ];
}
