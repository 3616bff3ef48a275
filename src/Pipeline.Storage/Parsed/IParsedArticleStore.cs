using Pipeline.Text;

namespace Pipeline.Storage.Parsed;

/// <summary>Keeps parsed articles and their tags, a blob for each version. A version is written once: writing it again changes nothing.</summary>
public interface IParsedArticleStore
{
    /// <summary>Writes a version of an article, unless it is there.</summary>
    /// <param name="articleId">The article's id.</param>
    /// <param name="version">The version.</param>
    /// <param name="article">The article.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    Task WriteAsync(string articleId, string version, ParsedArticle article, CancellationToken cancellationToken);

    /// <summary>Reads a version of an article.</summary>
    /// <param name="articleId">The article's id.</param>
    /// <param name="version">The version.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The article; null where that version is not there.</returns>
    Task<ParsedArticle?> ReadAsync(string articleId, string version, CancellationToken cancellationToken);

    /// <summary>Writes the analysis of a version, unless it is there.</summary>
    /// <param name="articleId">The article's id.</param>
    /// <param name="version">The version of the article.</param>
    /// <param name="taggingVersion">The version of tagging, as <see cref="Keys.ArticleVersions.ForTagging"/> gives it.</param>
    /// <param name="analysis">The analysis.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    Task WriteTagsAsync(string articleId, string version, string taggingVersion, ArticleAnalysis analysis, CancellationToken cancellationToken);

    /// <summary>Reads the analysis of a version.</summary>
    /// <param name="articleId">The article's id.</param>
    /// <param name="version">The version of the article.</param>
    /// <param name="taggingVersion">The version of tagging.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The analysis; null where it is not there.</returns>
    Task<ArticleAnalysis?> ReadTagsAsync(string articleId, string version, string taggingVersion, CancellationToken cancellationToken);
}
