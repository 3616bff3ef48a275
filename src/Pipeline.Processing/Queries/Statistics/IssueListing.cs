using Pipeline.Storage.Index;
using Pipeline.Text.Tagging;

namespace Pipeline.Processing.Queries.Statistics;

/// <summary>The listing whose counts are asked for.</summary>
/// <param name="Listing">The listing.</param>
internal sealed record IssueListing(IndexListing Listing)
{
    /// <summary>Reads an issue of a route and the parameter <c>narrower</c>.</summary>
    /// <param name="issueId">The concept's id; null for all articles.</param>
    /// <param name="narrower">Whether narrower issues count too, as text; null for no.</param>
    /// <param name="taxonomy">The taxonomy in force.</param>
    public static QueryResult<IssueListing> Read(string? issueId, string? narrower, Taxonomy taxonomy)
    {
        if (!BooleanParameter.TryRead(narrower, out var withNarrower))
        {
            return QueryProblem.Parameter("narrower", "must be true or false");
        }

        if (issueId is null)
        {
            return new IssueListing(IndexListing.All);
        }

        if (taxonomy.Find(issueId) is null)
        {
            return new QueryProblem(QueryProblemKind.NotFound, "There is no issue of that id; /issues lists them.");
        }

        return new IssueListing(withNarrower && taxonomy.NarrowerOf(issueId).Any() ? IndexListing.Branch(issueId) : IndexListing.Issue(issueId));
    }
}
