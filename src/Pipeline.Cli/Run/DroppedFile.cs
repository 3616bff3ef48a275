using Pipeline.Cli.Upload;
using Pipeline.Storage.Keys;

namespace Pipeline.Cli.Run;

/// <summary>A file that was dropped, and the version that its results will have.</summary>
/// <param name="BlobName">The file's blob.</param>
/// <param name="FileId">The file's id.</param>
/// <param name="Version">The version of the parsed file, by which a result for an older upload is told apart.</param>
internal sealed record DroppedFile(string BlobName, string FileId, string Version)
{
    /// <summary>Describes a file that was uploaded, or was there unchanged.</summary>
    /// <param name="result">The upload.</param>
    /// <param name="parserVersion">The version of the parser that will read it.</param>
    public static DroppedFile Of(UploadResult result, string parserVersion) => new(
        result.File.BlobName,
        ArticleIds.ForFile(result.File.BlobName),
        ArticleVersions.ForParsing(ArticleVersions.Normalize(result.ETag!.Value), parserVersion));
}
