using Pipeline.Storage.Articles;
using Pipeline.Storage.Files;
using Pipeline.Text;

namespace Pipeline.Processing.Tagging;

/// <summary>Tells whether an article is what its file's row wants, by the taxonomy and the pipeline in force.</summary>
public sealed class UpToDateCheck(ArticleAnalyzer analyzer)
{
    /// <summary>Tells whether nothing is left to do, and no later attempt is under way.</summary>
    /// <param name="partition">The article's rows.</param>
    /// <param name="file">The file's record, which lists the article.</param>
    public bool IsDone(ArticlePartition partition, FileRecord file) =>
        partition.Head is { Value: var head }
        && head.State is ArticleState.Tagged or ArticleState.Rejected
        && head.Version == file.Version
        && head.TaxonomyVersion == analyzer.TaxonomyVersion
        && head.PipelineVersion == ArticleAnalyzer.Version
        && !partition.Intents.Any(intent => intent.Rev > head.Rev);
}
