namespace Pipeline.Storage.Parsed;

/// <summary>A blob of parsed articles as the container lists it.</summary>
/// <param name="Name">The blob's name.</param>
/// <param name="ArticleId">The article's id.</param>
/// <param name="Version">The version of the article.</param>
/// <param name="TaggingVersion">The version of tagging; null where the blob is the article itself.</param>
/// <param name="LastModified">When it was written, in UTC.</param>
public sealed record ParsedBlobItem(string Name, string ArticleId, string Version, string? TaggingVersion, DateTimeOffset LastModified);
