namespace Pipeline.Storage.Keys;

/// <summary>The ids of files and of articles: hashes of where they come from, so that the same source has the same id for ever.</summary>
public static class ArticleIds
{
    /// <summary>The length of an id, in characters: 130 bits.</summary>
    public const int Length = 26;

    /// <summary>Returns the id of a file; also the id of its article where the file is one.</summary>
    /// <param name="blobName">The blob's name in the container <see cref="ContainerNames.Articles"/>.</param>
    public static string ForFile(string blobName) => Base32.Hash($"{ContainerNames.Articles}/{blobName}", Length);

    /// <summary>Returns the id of one article among several in a file.</summary>
    /// <param name="fileId">The file's id.</param>
    /// <param name="itemId">What names the item inside the file; null where the file is the article.</param>
    public static string ForItem(string fileId, string? itemId) =>
        itemId is null ? fileId : Base32.Hash($"{fileId}/{itemId}", Length);

    /// <summary>Tells whether a text can be an id at all.</summary>
    /// <param name="text">Any text, as from a request.</param>
    public static bool IsId(string text) =>
        text.Length == Length && !text.AsSpan().ContainsAnyExcept(Base32.Digits);
}
