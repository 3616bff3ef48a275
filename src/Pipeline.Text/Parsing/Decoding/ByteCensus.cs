using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Pipeline.Text.Parsing.Decoding;

/// <summary>Counts of bytes by kind, to tell text from other content.</summary>
/// <param name="Total">All bytes.</param>
/// <param name="Controls">Control bytes that text does not use: 00-08, 0E-1A, 1C-1F, 7F.</param>
/// <param name="Zeros">Bytes of value 0; they count as controls too.</param>
/// <param name="High">Bytes from 80 on.</param>
/// <param name="Escapes">Bytes of value 1B.</param>
internal readonly record struct ByteCensus(int Total, int Controls, int Zeros, int High, int Escapes)
{
    // A stray control character or two is common in text that old systems exported; in compressed or encrypted content
    // controls are one byte in ten. Chosen.
    private const double MaxControlShare = 0.02;

    /// <summary>Gets a value indicating whether there are too many control bytes for text in a byte encoding.</summary>
    public bool LooksBinary => Controls > MaxControlShare * Total;

    private const byte Escape = 0x1B;

    // Zero, control bytes and the escape; text has few, so that the search for them runs over whole registers.
    private static readonly SearchValues<byte> Rare =
        SearchValues.Create(0, 1, 2, 3, 4, 5, 6, 7, 8, 0x0E, 0x0F, 0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17, 0x18, 0x19, 0x1A, Escape, 0x1C, 0x1D, 0x1E, 0x1F, 0x7F);

    public static ByteCensus Of(ReadOnlySpan<byte> bytes)
    {
        int controls = 0, zeros = 0, escapes = 0;
        for (var rest = bytes; rest.IndexOfAny(Rare) is >= 0 and var at; rest = rest[(at + 1)..])
        {
            escapes += rest[at] == Escape ? 1 : 0;
            controls += rest[at] == Escape ? 0 : 1;
            zeros += rest[at] == 0 ? 1 : 0;
        }

        return new ByteCensus(bytes.Length, controls, zeros, CountHigh(bytes), escapes);
    }

    private static int CountHigh(ReadOnlySpan<byte> bytes)
    {
        const ulong HighBits = 0x8080808080808080;
        var high = 0;
        foreach (var eight in MemoryMarshal.Cast<byte, ulong>(bytes))
        {
            high += BitOperations.PopCount(eight & HighBits);
        }

        foreach (var value in bytes[(bytes.Length & ~7)..])
        {
            high += value >> 7;
        }

        return high;
    }
}
