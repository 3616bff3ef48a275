using System.Collections.Concurrent;
using Pipeline.Functions.Http.Answers;

namespace Pipeline.Functions.Page;

/// <summary>A file of the page. Its tag and its coded forms are made once.</summary>
/// <param name="path">Its path among the files, with forward slashes.</param>
/// <param name="mediaType">Its media type.</param>
/// <param name="body">Its bytes.</param>
internal sealed class PageAsset(string path, string mediaType, byte[] body)
{
    // One for each coding that compresses.
    private readonly ConcurrentDictionary<string, byte[]> _coded = new(StringComparer.Ordinal);

    /// <summary>Gets the path among the files.</summary>
    public string Path => path;

    /// <summary>Gets the media type.</summary>
    public string MediaType => mediaType;

    /// <summary>Gets the bytes.</summary>
    public byte[] Body => body;

    /// <summary>Gets what the entity tags of all its codings have in common.</summary>
    public string Hash { get; } = EntityTags.Hash(mediaType, body);

    /// <summary>Returns the bytes in a coding.</summary>
    /// <param name="coding">The coding's name; null for none.</param>
    public byte[] In(string? coding) => coding is null ? body : _coded.GetOrAdd(coding, name => ContentCodings.Encode(body, name));
}
