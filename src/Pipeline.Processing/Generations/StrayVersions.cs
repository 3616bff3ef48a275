using Pipeline.Storage.Articles;
using Pipeline.Storage.Generations;
using Pipeline.Storage.Keys;

namespace Pipeline.Processing.Generations;

/// <summary>
/// Finds articles that were tagged by another version than the index they stand in is of: by a worker that did not know of a new
/// taxonomy yet, after others had taken the index for one of that taxonomy.
/// </summary>
internal static class StrayVersions
{
    /// <summary>Tells whether an article is such a one. While an index is being built, the pass over it sees to all articles.</summary>
    /// <param name="head">The article.</param>
    /// <param name="present">The generations.</param>
    public static bool IsStray(ArticleHead head, IndexGenerations present) =>
        head is { State: ArticleState.Tagged, TaxonomyVersion: { } taxonomy, PipelineVersion: { } pipeline }
        && present is { Building: null, LiveVersion.Length: > 0 }
        && head.Generation == present.Live
        && ArticleVersions.ForTagging(taxonomy, pipeline) != present.LiveVersion;
}
