namespace Pipeline.Storage.Files;

/// <summary>What a file holds by the version of it that is wanted now. The row alone is the wanted state of its articles.</summary>
public sealed record FileRecord
{
    /// <summary>Gets the file's id.</summary>
    public required string FileId { get; init; }

    /// <summary>Gets the blob's name.</summary>
    public required string BlobName { get; init; }

    /// <summary>Gets the blob's ETag, normalised; empty where the blob is gone or could never be parsed.</summary>
    public string ETag { get; init; } = "";

    /// <summary>Gets the version under which its articles are parsed; empty where <see cref="ETag"/> is.</summary>
    public string Version { get; init; } = "";

    /// <summary>Gets the ids of its articles, in the order of the file.</summary>
    public IReadOnlyList<string> ArticleIds { get; init; } = [];

    /// <summary>Gets the ids of articles that the file no longer holds and whose removal has not been asked for yet.</summary>
    public IReadOnlyList<string> Retiring { get; init; } = [];

    /// <summary>Returns the record of a file's new version: what the old one listed and the new one does not is to go.</summary>
    /// <param name="previous">The old record, what is to go by it included; null where there is none.</param>
    /// <param name="fileId">The file's id.</param>
    /// <param name="blobName">The blob's name.</param>
    /// <param name="etag">The blob's ETag, normalised; empty where the blob is gone.</param>
    /// <param name="version">The version under which its articles are parsed; empty where the blob is gone.</param>
    /// <param name="articleIds">The ids of its articles, in the order of the file.</param>
    public static FileRecord After(
        FileRecord? previous, string fileId, string blobName, string etag, string version, IReadOnlyList<string> articleIds) => new()
        {
            FileId = fileId,
            BlobName = blobName,
            ETag = etag,
            Version = version,
            ArticleIds = articleIds,
            Retiring = previous is null ? [] : [.. previous.ArticleIds.Union(previous.Retiring).Except(articleIds)],
        };

    /// <summary>Tells whether two records say the same.</summary>
    /// <param name="other">The other record.</param>
    public bool Says(FileRecord other) =>
        ETag == other.ETag && Version == other.Version
        && ArticleIds.SequenceEqual(other.ArticleIds) && Retiring.SequenceEqual(other.Retiring);
}
