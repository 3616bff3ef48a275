using Pipeline.Storage.Articles;
using Pipeline.Storage.Messages;

namespace Pipeline.Processing.Duplicates;

/// <summary>
/// Gives articles whose texts are nearly the same one id of a cluster. Whoever comes to a cluster joins it and changes nobody else, so
/// that the thousandth reprint costs no more than the second; only one who stood alone until then is tagged again, to know of it.
/// Two who come at once see each other and choose alike.
/// </summary>
public sealed class Clustering(SimilarArticles similar, IPipelineQueues queues)
{
    // The most similar ones, which decide; each is a point read.
    private const int MaxNeighbours = 5;

    /// <summary>Finds the cluster of an article whose signature stands in the index already, and asks for those to be tagged again who have none yet.</summary>
    /// <param name="head">The article, as it will be.</param>
    /// <param name="generation">The generation of the index.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The cluster, named by the id of an article that was in it; null where no other article is nearly the same.</returns>
    public async Task<string?> JoinAsync(ArticleHead head, int generation, CancellationToken cancellationToken)
    {
        var others = (await similar.FindAsync(head, generation, MaxNeighbours, cancellationToken)).Select(other => other.Head).ToList();
        if (others is [])
        {
            return null;
        }

        foreach (var alone in others.Where(other => other is { State: ArticleState.Tagged, Cluster: null }))
        {
            await queues.SendAsync(new TagIssuesMessage(alone.ArticleId, alone.FileId) { Joins = true }, TimeSpan.Zero, cancellationToken);
        }

        return others.Select(other => other.Cluster).OfType<string>().Min(StringComparer.Ordinal)
            ?? others.Select(other => other.ArticleId).Append(head.ArticleId).Min(StringComparer.Ordinal);
    }
}
