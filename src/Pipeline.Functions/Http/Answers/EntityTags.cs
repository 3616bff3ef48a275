using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Pipeline.Functions.Http.Answers;

/// <summary>
/// Strong entity tags (RFC 9110, 8.8.3): a hash of the representation's bytes and media type, and the content coding. Equal
/// tags are equal bytes, as each coding always codes the same bytes the same way.
/// </summary>
internal static class EntityTags
{
    // 96 bits: by chance two representations of one address never share a tag.
    private const int HashLength = 12;

    /// <summary>Returns what the tags of a representation have in common in all codings.</summary>
    public static string Hash(string mediaType, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.ASCII.GetBytes(mediaType));
        hash.AppendData(body);
        return Base64Url.EncodeToString(hash.GetHashAndReset().AsSpan(0, HashLength));
    }

    /// <summary>Returns the tag of a representation in a coding.</summary>
    /// <param name="hash">What <see cref="Hash"/> returned.</param>
    /// <param name="coding">The coding's name; null for none.</param>
    public static string Of(string hash, string? coding) => coding is null ? $"\"{hash}\"" : $"\"{hash}-{coding}\"";

    /// <summary>Tells whether <c>If-None-Match</c> names a tag or all, compared weakly (RFC 9110, 13.1.2). A header that is malformed names none.</summary>
    public static bool Matches(StringValues ifNoneMatch, string tag) =>
        EntityTagHeaderValue.TryParseList(ifNoneMatch, out var named)
        && named.Any(value => value.Equals(EntityTagHeaderValue.Any) || string.Equals(value.Tag.Value, tag, StringComparison.Ordinal));
}
