using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Pipeline.Text.Parsing.Pdf.Fonts;

/// <summary>
/// Type 1 fonts (Adobe Type 1 Font Format, version 1.1) without anything but their encoding, which older documents need for the
/// meaning of their characters. The PDF library follows subroutines that call themselves, and dictionaries and arrays however deep they nest.
/// </summary>
internal static partial class Type1Program
{
    private const byte SegmentStart = 0x80;
    private const int SegmentHeaderLength = 6;

    // The encryption of chapter 7 there.
    private const ushort Key = 55665;
    private const ushort Factor = 52845;
    private const ushort Summand = 22719;

    // Longer than the names of all 256 codes. Chosen.
    private const int MaxLength = 64 * 1024;

    private static readonly SearchValues<byte> Spaces = SearchValues.Create(" \t\r\n\f\0"u8);

    private static readonly byte[] EmptyPrivatePart = Encrypt("\0\0\0\0/Private 1 dict dup begin end "u8);

    /// <summary>Returns where a font starts, behind the header of a segment and white space; -1 where the bytes hold none.</summary>
    public static int Find(ReadOnlySpan<byte> font)
    {
        var start = font is [SegmentStart, _, _, _, _, _, ..] ? SegmentHeaderLength : 0;
        var space = font[start..].IndexOfAnyExcept(Spaces);
        return space >= 0 && font[(start + space)..].StartsWith("%!"u8) ? start + space : -1;
    }

    /// <summary>Returns a font of the same encoding and no characters.</summary>
    /// <param name="font">The font, from its start.</param>
    public static byte[] WithoutOutlines(ReadOnlySpan<byte> font)
    {
        var end = font.IndexOf("eexec"u8);
        var text = Encoding.Latin1.GetString(font[..Math.Min(MaxLength, end < 0 ? font.Length : end)]);
        var result = new StringBuilder("%!PS-AdobeFont-1.0: A 1\n1 dict dup begin\n/Encoding ");
        if (StandardEncoding().IsMatch(text))
        {
            result.Append("StandardEncoding def\n");
        }
        else
        {
            result.Append("256 array\n0 1 255 {1 index exch /.notdef put} for\n");
            foreach (Match entry in EncodingEntry().Matches(text))
            {
                result.Append(CultureInfo.InvariantCulture, $"dup {entry.Groups["code"].ValueSpan} /{entry.Groups["name"].ValueSpan} put\n");
            }

            result.Append("readonly def\n");
        }

        return [.. Encoding.Latin1.GetBytes(result.Append("currentfile eexec\n").ToString()), .. EmptyPrivatePart];
    }

    private static byte[] Encrypt(ReadOnlySpan<byte> plain)
    {
        var key = Key;
        var result = new byte[plain.Length];
        for (var i = 0; i < plain.Length; i++)
        {
            result[i] = (byte)(plain[i] ^ (key >> 8));
            key = unchecked((ushort)(((result[i] + key) * Factor) + Summand));
        }

        return result;
    }

    [GeneratedRegex(@"/Encoding\s{1,9}StandardEncoding\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex StandardEncoding();

    [GeneratedRegex(@"\bdup\s{1,9}(?<code>[0-9]{1,3})\s{0,9}/(?<name>[A-Za-z0-9._]{1,64})\s{1,9}put\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EncodingEntry();
}
