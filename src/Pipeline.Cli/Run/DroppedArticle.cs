using Pipeline.Cli.Upload;
using Pipeline.Storage.Keys;
using Pipeline.Text.Parsing;

namespace Pipeline.Cli.Run;

/// <summary>An article that was dropped as a file of its own, and the version that its results will have.</summary>
/// <param name="BlobName">The file's blob.</param>
/// <param name="ArticleId">The article's id.</param>
/// <param name="Version">The version of the parsed article, by which a result for an older upload is told apart.</param>
internal sealed record DroppedArticle(string BlobName, string ArticleId, string Version)
{
    /// <summary>Describes a file that was uploaded, or was there unchanged.</summary>
    public static DroppedArticle Of(UploadResult result) => new(
        result.File.BlobName,
        ArticleIds.ForFile(result.File.BlobName),
        ArticleVersions.ForParsing(ArticleVersions.Normalize(result.ETag!.Value), ArticleParser.Version));
}
