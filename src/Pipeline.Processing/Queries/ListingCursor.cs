using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Pipeline.Storage;
using Pipeline.Storage.Index;
using Pipeline.Storage.Keys;

namespace Pipeline.Processing.Queries;

/// <summary>
/// Where the next page of a listing begins, as an opaque text: the last row's key without the listing, and a hash of the
/// listing and range, so that a cursor of another one is refused. Nothing of it reaches storage unchecked.
/// </summary>
internal static class ListingCursor
{
    private const int HashLength = 8;

    /// <summary>Writes a cursor.</summary>
    public static string Write(IndexQuery query, IndexKey last)
    {
        byte[] bytes = [.. Hash(query), .. Encoding.ASCII.GetBytes(last.RowKey)];
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads a cursor; false where it is not one of this listing and range.</summary>
    public static bool TryRead(string cursor, IndexQuery query, [NotNullWhen(true)] out IndexKey? last)
    {
        last = null;
        var bytes = new byte[Base64Url.GetMaxDecodedLength(cursor.Length)];
        if (!Base64Url.IsValid(cursor)
            || !Base64Url.TryDecodeFromChars(cursor, bytes, out var length)
            || length <= HashLength
            || !bytes.AsSpan(0, HashLength).SequenceEqual(Hash(query)))
        {
            return false;
        }

        var rowKey = Encoding.ASCII.GetString(bytes, HashLength, length - HashLength);
        var separator = rowKey.IndexOf(KeyEncoder.Separator, StringComparison.Ordinal);
        if (separator < 0 || !InvertedTime.TryReadTicks(rowKey.AsSpan(0, separator), out var time) || !ArticleIds.IsId(rowKey[(separator + 1)..]))
        {
            return false;
        }

        last = IndexKey.Of(query.Listing, new EffectiveDate(time, IsPublication: true), rowKey[(separator + 1)..]);
        return true;
    }

    private static byte[] Hash(IndexQuery query)
    {
        var text = $"{query.Listing.Kind}|{query.Listing.Id}|{query.From?.Ticks}|{query.Before?.Ticks}";
        return SHA256.HashData(Encoding.UTF8.GetBytes(text))[..HashLength];
    }
}
