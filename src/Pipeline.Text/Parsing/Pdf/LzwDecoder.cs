using System.Buffers;

namespace Pipeline.Text.Parsing.Pdf;

/// <summary>
/// Expands LZW data (ISO 32000-1, 7.4.4) up to a limit. The library's own filter keeps a copy of every sequence, also of
/// those that no code can name any more, so that a megabyte of data takes gigabytes.
/// </summary>
internal static class LzwDecoder
{
    private const int Clear = 256;
    private const int End = 257;
    private const int First = 258;
    private const int MaxCodes = 4096;

    /// <summary>Expands data; what follows a code that cannot be is left out.</summary>
    /// <param name="data">The data.</param>
    /// <param name="early">Whether codes grow one code early, as nearly all writers have it.</param>
    /// <param name="limit">How many bytes come out at most, and one sequence more.</param>
    public static byte[] Decode(ReadOnlySpan<byte> data, bool early, long limit)
    {
        // A sequence is one that is there and one byte more: where it stands in the output, and how long it is.
        var (starts, lengths) = (new int[MaxCodes], new int[MaxCodes]);
        var output = new ArrayBufferWriter<byte>(Math.Max(256, data.Length * 2));
        var (next, previous, previousStart, bits, count) = (First, -1, 0, 0u, 0);
        foreach (var value in data)
        {
            var width = Width(next + (early ? 1 : 0));
            bits = (bits << 8) | value;
            count += 8;
            if (count < width)
            {
                continue;
            }

            count -= width;
            var code = (int)(bits >> count) & ((1 << width) - 1);
            if (code == Clear)
            {
                (next, previous) = (First, -1);
                continue;
            }

            if (code == End || output.WrittenCount > limit || code > next || (code == next && previous < 0))
            {
                break;
            }

            // The new sequence is the one before and the first byte of this one, which follows it in the output.
            var start = output.WrittenCount;
            if (previous >= 0 && next < MaxCodes)
            {
                (starts[next], lengths[next]) = (previousStart, Length(previous) + 1);
                next++;
            }

            if (code < Clear)
            {
                output.GetSpan(1)[0] = (byte)code;
                output.Advance(1);
            }
            else if (code < next)
            {
                Copy(output, starts[code], lengths[code]);
            }
            else
            {
                break;
            }

            (previous, previousStart) = (code, start);
        }

        return output.WrittenSpan.ToArray();

        int Length(int code) => code < Clear ? 1 : lengths[code];
    }

    /// <summary>Copies byte by byte, since a sequence may reach into its own copy.</summary>
    private static void Copy(ArrayBufferWriter<byte> output, int start, int length)
    {
        var target = output.GetSpan(length);
        var source = output.WrittenSpan;
        var written = source.Length - start;
        for (var i = 0; i < length; i++)
        {
            target[i] = i < written ? source[start + i] : target[i - written];
        }

        output.Advance(length);
    }

    private static int Width(int codes) => codes >= 2048 ? 12 : codes >= 1024 ? 11 : codes >= 512 ? 10 : 9;
}
