using Pipeline.Storage.Articles;
using Pipeline.Storage.Files;
using Pipeline.Text;

namespace Pipeline.Processing.Tagging;

/// <summary>Tells whether an article is what its file's row wants, by the taxonomy and the pipeline in force.</summary>
public static class UpToDateCheck
{
    /// <summary>Tells whether nothing is left to do, and no later attempt is under way.</summary>
    /// <param name="partition">The article's rows.</param>
    /// <param name="file">The file's record, which lists the article.</param>
    /// <param name="taxonomyVersion">The taxonomy's version.</param>
    /// <param name="generation">The generation of the index in which it must stand where it is tagged.</param>
    public static bool IsDone(ArticlePartition partition, FileRecord file, string taxonomyVersion, int generation) =>
        partition.Head is { Value: var head }
        && head.State is ArticleState.Tagged or ArticleState.Rejected
        && head.Version == file.Version
        && head.TaxonomyVersion == taxonomyVersion
        && head.PipelineVersion == ArticleAnalyzer.Version
        && (head.State == ArticleState.Rejected || head.Generation >= generation)
        && !partition.Intents.Any(intent => intent.Rev > head.Rev);
}
