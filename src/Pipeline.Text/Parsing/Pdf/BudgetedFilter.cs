using System.Buffers;
using System.IO.Compression;
using System.Runtime.InteropServices;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Pipeline.Text.Parsing.Pdf;

/// <summary>
/// Measures what a stream expands to before it is expanded, for the library's own filters write all of it into memory
/// first. Pictures are not decoded at all.
/// </summary>
/// <param name="inner">The filter.</param>
/// <param name="budget">What the document may use up.</param>
internal sealed class BudgetedFilter(IFilter inner, PdfBudget budget) : IFilter
{
    // RFC 1951: 258 bytes from two bits at best.
    private const int MaxDeflateRatio = 1032;

    // 128 bytes from two.
    private const int MaxRunLengthRatio = 64;

    // A row of a table of objects has some ten bytes. Chosen.
    private const long MaxRowBits = 8L * 64 * 1024;

    /// <inheritdoc/>
    public bool IsSupported => inner.IsSupported;

    /// <inheritdoc/>
    public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
    {
        var output = inner switch
        {
            FlateFilter => Inflate(input, streamDictionary, filterProvider, filterIndex),
            LzwFilter => LzwDecoder.Decode(input.Span, Parameter(streamDictionary, NameToken.EarlyChange, 1) != 0, budget.BytesLeft),
            RunLengthFilter when (long)input.Length * MaxRunLengthRatio > budget.BytesLeft => throw new PdfLimitException(
                RejectionReason.ExpandsTooFar, "A stream of run lengths can expand too far."),
            RunLengthFilter or Ascii85Filter or AsciiHexDecodeFilter => inner.Decode(input, streamDictionary, filterProvider, filterIndex),
            _ => Memory<byte>.Empty,
        };
        budget.AddDecoded(output.Length);
        if (streamDictionary.TryGet(NameToken.First, out NumericToken first))
        {
            PdfSanitizer.CleanObjects(output.Span, first.Int);
        }

        return output;
    }

    private Memory<byte> Inflate(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
    {
        if ((double)Parameter(streamDictionary, NameToken.Columns, 1) * Parameter(streamDictionary, NameToken.Colors, 1) * Parameter(streamDictionary, NameToken.BitsPerComponent, 8) > MaxRowBits)
        {
            throw new PdfLimitException(RejectionReason.Malformed, $"A stream claims rows of more than {MaxRowBits / 8} bytes.");
        }

        if ((long)input.Length * MaxDeflateRatio > budget.BytesLeft)
        {
            Measure(input);
        }

        return inner.Decode(input, streamDictionary, filterProvider, filterIndex);
    }

    /// <summary>Inflates into a small buffer, and throws at the limit.</summary>
    private void Measure(ReadOnlyMemory<byte> input)
    {
        var bytes = MemoryMarshal.TryGetArray(input, out var segment) ? segment : input.ToArray();
        if (bytes.Count <= 2)
        {
            return;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            // The first two bytes are zlib's header.
            using var inflated = new DeflateStream(new MemoryStream(bytes.Array!, bytes.Offset + 2, bytes.Count - 2, writable: false), CompressionMode.Decompress);
            long length = 0;
            for (int read; (read = inflated.Read(buffer)) > 0;)
            {
                length += read;
                if (length > budget.BytesLeft)
                {
                    budget.AddDecoded(length);
                }
            }
        }
        catch (InvalidDataException)
        {
            // The filter says the same, and says it to who can go on without the stream.
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Returns the largest value that a parameter has in any of the stream's filters.</summary>
    private static int Parameter(DictionaryToken dictionary, NameToken name, int otherwise)
    {
        var parameters = dictionary.TryGet(NameToken.DecodeParms, out var token) || dictionary.TryGet(NameToken.Dp, out token) ? token : null;
        IEnumerable<IToken> tokens = parameters is ArrayToken array ? array.Data : parameters is null ? [] : [parameters];
        return tokens.OfType<DictionaryToken>()
            .Select(parameter => parameter.TryGet(name, out var value) && value is NumericToken number ? number.Int : otherwise)
            .DefaultIfEmpty(otherwise)
            .Max();
    }
}
