using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;

namespace Pipeline.Text.Tagging.Taxonomies;

/// <summary>Names the content of a taxonomy file. Layout and comments do not change the name; everything else does.</summary>
internal static class TaxonomyHash
{
    // 64 bits: enough to tell the taxonomies of one installation apart.
    private const int Bytes = 8;

    /// <summary>Computes the name: 16 hexadecimal digits.</summary>
    /// <param name="json">The file; valid JSON, without byte order mark.</param>
    public static string Compute(ReadOnlySpan<byte> json)
    {
        var content = new ArrayBufferWriter<byte>(json.Length + 1);
        var reader = new Utf8JsonReader(json, JsonTree.Options);
        while (reader.Read())
        {
            content.Write<byte>([(byte)reader.TokenType]);
            content.Write(reader.ValueSpan);
            content.Write<byte>([0]);
        }

        return Convert.ToHexStringLower(SHA256.HashData(content.WrittenSpan).AsSpan(..Bytes));
    }
}
