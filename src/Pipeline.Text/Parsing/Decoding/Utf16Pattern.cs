using System.Globalization;
using System.Text;

namespace Pipeline.Text.Parsing.Decoding;

/// <summary>
/// Recognises UTF-16 without a byte order mark: the high bytes of line ends, spaces, digits and Latin letters are 0, so
/// zero bytes stand at odd offsets (little-endian) or at even ones (big-endian), but not at both.
/// </summary>
internal static class Utf16Pattern
{
    // Enough to be sure and little enough to be cheap. Chosen.
    private const int SampleBytes = 64 * 1024;

    /// <summary>Returns the encoding that the zero bytes speak for, or null.</summary>
    public static Encoding? Detect(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..(Math.Min(bytes.Length, SampleBytes) & ~1)];
        if (!sample.Contains((byte)0))
        {
            return null;
        }

        var (even, odd) = CountZeros(sample);
        var zeros = even + odd;
        if (Math.Min(even, odd) > 0.02 * zeros || (AsciiShare(sample) > 0.95 && zeros < sample.Length / 8))
        {
            return null;
        }

        Encoding encoding = odd > even ? new UnicodeEncoding() : new UnicodeEncoding(bigEndian: true, byteOrderMark: true);
        return IsText(encoding.GetString(sample)) ? encoding : null;
    }

    /// <summary>Returns which part of the bytes other than 0 is printable ASCII or white space.</summary>
    public static double AsciiShare(ReadOnlySpan<byte> bytes)
    {
        int ascii = 0, others = 0;
        foreach (var value in bytes)
        {
            if (value is (>= 0x20 and < 0x7F) or (byte)'\t' or (byte)'\n' or (byte)'\r')
            {
                ascii++;
            }
            else if (value != 0)
            {
                others++;
            }
        }

        return ascii == 0 ? 0 : (double)ascii / (ascii + others);
    }

    private static (int Even, int Odd) CountZeros(ReadOnlySpan<byte> bytes)
    {
        int even = 0, odd = 0;
        for (var i = 0; i + 1 < bytes.Length; i += 2)
        {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }

        return (even, odd);
    }

    private static bool IsText(string text)
    {
        var bad = 0;
        foreach (var c in text)
        {
            bad += c == '\uFFFD' || (char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned
                or UnicodeCategory.PrivateUse && c is not ('\n' or '\r' or '\t')) ? 1 : 0;
        }

        return bad <= text.Length / 50;
    }
}
