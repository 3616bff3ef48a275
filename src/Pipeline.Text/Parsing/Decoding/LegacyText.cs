using System.Globalization;
using System.Text;
using UtfUnknown;

namespace Pipeline.Text.Parsing.Decoding;

/// <summary>Decodes text that is in no Unicode encoding: guesses the code page by the statistics of UTF.Unknown, then holds the bytes to the guess.</summary>
internal static class LegacyText
{
    // UTF.Unknown gives 0.5 to windows-1252 where nothing but a stray accent or curly quote is known: seen on some twenty short texts.
    private const float MinConfidence = 0.5f;

    // Statistics need a few hundred characters; 32 KiB costs some tens of milliseconds in the worst case seen.
    private const int SampleBytes = 32 * 1024;

    // Western text in English has up to 2 % of bytes past ASCII (quotes, dashes, names); Polish or Czech has 5 to 10 %. Chosen.
    private const double SparseShare = 0.03;

    private const int Windows1252 = 1252;

    /// <summary>Decodes the bytes, or says that no encoding fits.</summary>
    /// <param name="bytes">The bytes; not valid UTF-8, or with escape sequences.</param>
    /// <param name="census">Their counts.</param>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, ByteCensus census)
    {
        var sample = census.Escapes > 0 ? bytes[..Math.Min(bytes.Length, SampleBytes)].ToArray() : Sample(bytes);
        var details = CharsetDetector.DetectFromBytes(sample).Details ?? [];
        var candidates = details
            .Where(detail => detail.Encoding is not null && detail.Confidence >= MinConfidence)
            .OrderByDescending(detail => detail.Confidence)
            .Select(detail => Superset(detail.Encoding.CodePage))
            .ToList();

        // With so few bytes to judge by, the statistics of Central European languages win by accident.
        if (census.High < SparseShare * census.Total && candidates.Remove(Windows1252))
        {
            candidates.Insert(0, Windows1252);
        }

        foreach (var codePage in candidates)
        {
            if (TryDecode(bytes, codePage, census) is { } text)
            {
                return DecodedText.Read(text);
            }
        }

        var best = details.MaxBy(detail => detail.Confidence);
        return DecodedText.Undecodable(best is null
            ? "The bytes are not UTF-8, and fit no other character encoding."
            : string.Create(CultureInfo.InvariantCulture, $"The bytes are not UTF-8, and fit no other character encoding well enough (best: {best.EncodingName}, {best.Confidence:0.00})."));
    }

    /// <summary>Takes whole lines that hold bytes past ASCII: the others say nothing about the encoding.</summary>
    private static byte[] Sample(ReadOnlySpan<byte> bytes)
    {
        var sample = new List<byte>(Math.Min(bytes.Length, SampleBytes));
        while (!bytes.IsEmpty && sample.Count < SampleBytes)
        {
            var end = bytes.IndexOf((byte)'\n') is >= 0 and var newline ? newline + 1 : bytes.Length;
            var line = bytes[..end];
            if (line.IndexOfAnyInRange((byte)0x80, (byte)0xFF) is >= 0 and var first)
            {
                // A line without end is cut around its first telling byte.
                var start = line.Length > SampleBytes ? Math.Max(0, first - (SampleBytes / 2)) : 0;
                sample.AddRange(line.Slice(start, Math.Min(line.Length - start, SampleBytes)));
            }

            bytes = bytes[end..];
        }

        return [.. sample];
    }

    /// <summary>Returns the code page that real files use for what the detector names, as the WHATWG Encoding Standard maps labels.</summary>
    private static int Superset(int codePage) => codePage switch
    {
        20127 or 28591 => Windows1252,
        28599 => 1254,
        936 or 20936 => 54936,
        51949 => 949,
        _ => codePage,
    };

    private static string? TryDecode(ReadOnlySpan<byte> bytes, int codePage, ByteCensus census)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"))
            ?? Encoding.GetEncoding(codePage);
        var text = encoding.GetString(bytes);

        // One broken character (the file may be cut short) or one in a hundred is damage; more is another encoding.
        var bad = text.AsSpan().Count('\uFFFD');
        foreach (var c in text)
        {
            bad += c is >= '\u0080' and <= '\u009F' and not '\u0085' ? 1 : 0;
        }

        return bad <= 1 + (census.High / 100) ? text : null;
    }
}
