using Pipeline.Text;

namespace Pipeline.Storage.Keys;

/// <summary>The versions under which results are stored: hashes of all that decides them.</summary>
public static class ArticleVersions
{
    private const int Length = 16;

    /// <summary>Returns the version of a parsed file.</summary>
    /// <param name="etag">The blob's ETag, normalised.</param>
    /// <param name="parserVersion">The parser's version.</param>
    public static string ForParsing(string etag, string parserVersion) => Base32.Hash($"{etag}/{parserVersion}", Length);

    /// <summary>Returns the version of an article's tags and summary.</summary>
    /// <param name="taxonomyVersion">The taxonomy's version.</param>
    /// <param name="pipelineVersion">The version of tagging and summarising.</param>
    public static string ForTagging(string taxonomyVersion, string pipelineVersion) => Base32.Hash($"{taxonomyVersion}/{pipelineVersion}", Length);

    /// <summary>Returns the version of what an article says, whatever file it comes in.</summary>
    /// <param name="article">The article.</param>
    public static string ForContent(Article article) => Base32.Hash(JsonColumns.Write(article), Length);

    /// <summary>Normalises an ETag: services write the same one with and without quotes.</summary>
    /// <param name="etag">The ETag.</param>
    public static string Normalize(Azure.ETag etag) => etag.ToString().Trim('"');
}
