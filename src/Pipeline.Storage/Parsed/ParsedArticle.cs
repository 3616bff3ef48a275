using Pipeline.Text.Parsing;

namespace Pipeline.Storage.Parsed;

/// <summary>One version of an article as parsing left it, with where it comes from. Written once.</summary>
/// <param name="FileId">The file.</param>
/// <param name="BlobName">The blob's name.</param>
/// <param name="ETag">The blob's ETag, normalised.</param>
/// <param name="Seen">When the blob was written, in UTC.</param>
/// <param name="Item">What was read.</param>
public sealed record ParsedArticle(string FileId, string BlobName, string ETag, DateTimeOffset Seen, ParsedItem Item);
