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
/// As an opaque text it is a hash of filter and listing, so that a cursor of another one is refused, and the row's key without the
/// listing. Nothing of it reaches storage unchecked, and as positions are times and ids, it is good while articles come and go, and
/// in every generation of the index.
/// </remarks>
internal sealed record ListingCursor(IndexListing Listing, IndexPosition After)
{
    private const int HashLength = 8;

    // Longer than any that is written; what is longer is not looked at.
    private const int MaxLength = 128;

    /// <summary>Writes the cursor.</summary>
    /// <param name="filter">The filter that its listing is read by.</param>
    public string Write(ListingFilter filter)
    {
        byte[] bytes = [.. Hash(filter, Listing), .. Encoding.ASCII.GetBytes(After.RowKey)];
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads a cursor.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="filter">The filter.</param>
    /// <param name="cursor">The cursor.</param>
    /// <returns>False where it is not one of this filter.</returns>
    public static bool TryRead(string text, ListingFilter filter, [NotNullWhen(true)] out ListingCursor? cursor)
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

        foreach (var listing in filter.Listings)
        {
            if (bytes.AsSpan(0, HashLength).SequenceEqual(Hash(filter, listing)))
            {
                cursor = new ListingCursor(listing, after.Value);
                return true;
            }
        }

        return false;
    }

    private static byte[] Hash(ListingFilter filter, IndexListing listing) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{filter}|{listing}"))[..HashLength];
}
