using Pipeline.Processing.Queries.Responses;
using Pipeline.Storage.Index;
using Pipeline.Text.Tagging;

namespace Pipeline.Processing.Queries;

/// <summary>Serves the issues of the taxonomy with the numbers of their articles.</summary>
public sealed class IssueQueries(IIndexStore index, Taxonomy taxonomy)
{
    /// <summary>The most index rows that one request counts, in pages of 1,000.</summary>
    internal const int MaxCountedPages = 100;

    /// <summary>Returns all issues, those with most articles first.</summary>
    /// <param name="cancellationToken">Ends the query early.</param>
    public async Task<IssuesResponse> ListAsync(CancellationToken cancellationToken)
    {
        var counts = await index.CountAsync(IndexKind.Issue, MaxCountedPages, cancellationToken);
        return new IssuesResponse(
            taxonomy.Version,
            counts.Complete,
            [
                .. taxonomy.Concepts
                    .Select(concept => new IssueCountResponse(
                        concept.Id, concept.PreferredLabel, counts.ById.GetValueOrDefault(concept.Id), concept.Medtop, concept.Wikidata))
                    .OrderByDescending(issue => issue.Articles)
                    .ThenBy(issue => issue.Id, StringComparer.Ordinal),
            ]);
    }
}
