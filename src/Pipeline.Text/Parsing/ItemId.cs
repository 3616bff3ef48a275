using System.Security.Cryptography;
using System.Text;

namespace Pipeline.Text.Parsing;

/// <summary>What names an article inside a file of several: never its position, so that it stays when others come or go.</summary>
internal static class ItemId
{
    /// <summary>Returns the item's own id; else its address; else a hash of its title and its first paragraph.</summary>
    /// <param name="ownId">The id that the file gives to the item.</param>
    /// <param name="url">The item's address.</param>
    /// <param name="title">The item's title.</param>
    /// <param name="firstParagraph">The first paragraph of its text.</param>
    public static string From(string? ownId, string? url, string? title, string? firstParagraph) =>
        !string.IsNullOrWhiteSpace(ownId) ? ownId.Trim()
        : !string.IsNullOrWhiteSpace(url) ? url.Trim()
        : OfContent(title, firstParagraph);

    /// <summary>Returns a hash of the bytes of an item that could not be read.</summary>
    public static string OfBytes(ReadOnlySpan<byte> bytes) =>
        Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16));

    /// <summary>Returns a hash of a title and a first paragraph.</summary>
    public static string OfContent(string? title, string? firstParagraph)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{title}\n\n{firstParagraph}"));
        return Convert.ToHexStringLower(hash.AsSpan(0, 16));
    }
}
