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

    /// <summary>Tells whether a version of an article and its analysis are both there.</summary>
    /// <param name="articleId">The article's id.</param>
    /// <param name="version">The version of the article.</param>
    /// <param name="taggingVersion">The version of tagging.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    Task<bool> ExistsAsync(string articleId, string version, string taggingVersion, CancellationToken cancellationToken);

    /// <summary>Reads a page of all blobs, in the order of their names: those of one article stand together.</summary>
    /// <param name="token">The token of the page; null for the first.</param>
    /// <param name="limit">The most blobs, from 1 to 5,000.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    Task<StoragePage<ParsedBlobItem>> ScanAsync(string? token, int limit, CancellationToken cancellationToken);

    /// <summary>Removes a blob. One that is gone already is removed.</summary>
    /// <param name="name">The blob's name.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    Task DeleteAsync(string name, CancellationToken cancellationToken);
}
