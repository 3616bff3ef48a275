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

    public static ByteCensus Of(ReadOnlySpan<byte> bytes)
    {
        int controls = 0, zeros = 0, high = 0, escapes = 0;
        foreach (var value in bytes)
        {
            if (value >= 0x80)
            {
                high++;
            }
            else if (value == 0x1B)
            {
                escapes++;
            }
            else if (value is < 0x09 or (> 0x0D and < 0x20) or 0x7F)
            {
                controls++;
                zeros += value == 0 ? 1 : 0;
            }
        }

        return new ByteCensus(bytes.Length, controls, zeros, high, escapes);
    }
}
