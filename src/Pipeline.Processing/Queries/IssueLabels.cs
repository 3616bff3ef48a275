using Pipeline.Processing.Queries.Responses;
using Pipeline.Storage.Articles;
using Pipeline.Text.Tagging;

namespace Pipeline.Processing.Queries;

/// <summary>Puts labels and standard ids to the ids of issues, by the taxonomy in force.</summary>
public sealed class IssueLabels(Taxonomy taxonomy)
{
    /// <summary>Describes the issues of an article.</summary>
    /// <param name="issues">The issues.</param>
    public IReadOnlyList<IssueResponse> Describe(IEnumerable<IssueScore> issues) =>
    [
        .. issues.Select(issue =>
        {
            var concept = taxonomy.Find(issue.Id);
            return new IssueResponse(issue.Id, concept?.PreferredLabel, issue.Score, concept?.Medtop, concept?.Wikidata);
        }),
    ];
}
