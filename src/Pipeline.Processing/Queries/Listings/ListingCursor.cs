using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Pipeline.Storage.Index;

namespace Pipeline.Processing.Queries.Listings;

/// <summary>Where the next page of a listing begins.</summary>
/// <param name="Listing">The listing that the pages are read from: it stays the same for all of them.</param>
/// <param name="After">The last row that was looked at.</param>
/// <remarks>
/// As an opaque text it is a hash, and the row's key without the listing; the hash is of both, of the filter and of who lists, so that
/// a cursor of another listing, or a damaged one, is refused. Nothing of it reaches storage unchecked, and as positions are times and ids, it is good while articles come and go, and
/// in every generation of the index.
/// </remarks>
internal sealed record ListingCursor(IndexListing Listing, IndexPosition After)
{
    private const int HashLength = 8;

    // Longer than any that is written; what is longer is not looked at.
    private const int MaxLength = 128;

    /// <summary>Writes the cursor.</summary>
    /// <param name="filter">The conditions by which its listing is read, as one text.</param>
    public string Write(string filter)
    {
        byte[] bytes = [.. Hash(filter, Listing, After.RowKey), .. Encoding.ASCII.GetBytes(After.RowKey)];
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads a cursor.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="filter">The conditions, as one text.</param>
    /// <param name="listings">The listings that can serve them.</param>
    /// <param name="cursor">The cursor.</param>
    /// <returns>False where it is not one of these conditions.</returns>
    public static bool TryRead(string text, string filter, IEnumerable<IndexListing> listings, [NotNullWhen(true)] out ListingCursor? cursor)
    {
        cursor = null;
        var bytes = new byte[MaxLength];
        if (text.Length > MaxLength
            || !Base64Url.IsValid(text)
            || !Base64Url.TryDecodeFromChars(text, bytes, out var length)
            || length <= HashLength
            || !IndexPosition.TryParse(Encoding.ASCII.GetString(bytes, HashLength, length - HashLength), out var after))
        {
            return false;
        }

        foreach (var listing in listings)
        {
            if (bytes.AsSpan(0, HashLength).SequenceEqual(Hash(filter, listing, after.Value.RowKey)))
            {
                cursor = new ListingCursor(listing, after.Value);
                return true;
            }
        }

        return false;
    }

    private static byte[] Hash(string filter, IndexListing listing, string rowKey) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{filter}|{listing}|{rowKey}"))[..HashLength];
}
