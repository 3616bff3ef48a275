using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Pipeline.Storage.Keys;

/// <summary>Hashes as short keys: SHA-256 in the lower-case base32 alphabet of RFC 4648, cut to a length.</summary>
internal static class Base32
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";
    private const int BitsPerDigit = 5;

    /// <summary>Gets the characters of a hash.</summary>
    public static SearchValues<char> Digits { get; } = SearchValues.Create(Alphabet);

    /// <summary>Hashes a text.</summary>
    /// <param name="text">The text; hashed as UTF-8.</param>
    /// <param name="length">The number of digits: 5 bits each, at most 51.</param>
    public static string Hash(string text, int length)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        return string.Create(length, hash, static (digits, bytes) =>
        {
            for (var i = 0; i < digits.Length; i++)
            {
                var bit = i * BitsPerDigit;
                var pair = (bytes[bit / 8] << 8) | (bit / 8 + 1 < bytes.Length ? bytes[(bit / 8) + 1] : 0);
                digits[i] = Alphabet[(pair >> (16 - BitsPerDigit - (bit % 8))) & 0x1f];
            }
        });
    }
}
