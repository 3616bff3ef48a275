namespace Pipeline.Text.Parsing.Pdf;

/// <summary>
/// What one PDF may use up. A few kilobytes can ask for hours and for gigabytes: streams that shrink a thousandfold,
/// drawings that call each other, states that are saved and never restored. All work of the PDF library passes one of
/// the methods here, so that it ends soon after a limit is reached or the token is cancelled.
/// </summary>
/// <param name="maxDecodedBytes">How many bytes all streams together may expand to.</param>
/// <param name="cancellationToken">Ends the work.</param>
internal sealed class PdfBudget(long maxDecodedBytes, CancellationToken cancellationToken)
{
    /// <summary>How many bytes one stream may expand to. A newspaper's page of text has some hundred kilobytes, a font of all Chinese characters 20 MB.</summary>
    public const int MaxStreamBytes = 32 * 1024 * 1024;

    // A full page of a book has 3,000 characters, one of a newspaper 20,000; twice what 500 pages of a book have.
    private const int MaxGlyphs = 3_000_000;

    // The library and the reader together take some 280 bytes for each, until the page is read. Chosen.
    private const int MaxGlyphsOnPage = 300_000;

    // Maps and charts of real pages draw some hundred thousand lines.
    private const int MaxOperations = 50_000_000;

    // Of ten fonts of all Chinese characters, each with widths and a map. The library keeps some 100 bytes of each. Chosen.
    private const int MaxCodes = 1_500_000;

    // Programs nest drawings three or four deep, and states some ten. Chosen.
    private const int MaxFormDepth = 24;
    private const int MaxStates = 1_000;

    private long _decodedBytes;
    private uint _reads;
    private int _glyphs;
    private int _operations;
    private long _codes;

    /// <summary>Gets how many bytes the next stream may expand to.</summary>
    public long BytesLeft => Math.Min(MaxStreamBytes, maxDecodedBytes - _decodedBytes);

    /// <summary>Counts a stream that is decoded.</summary>
    public void AddDecoded(long bytes)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _decodedBytes += bytes;
        if (bytes > MaxStreamBytes)
        {
            throw new PdfLimitException(RejectionReason.ExpandsTooFar, $"A stream of the document expands to more than {MaxStreamBytes} bytes.");
        }

        if (_decodedBytes > maxDecodedBytes)
        {
            throw new PdfLimitException(RejectionReason.ExpandsTooFar, $"The document expands to more than {maxDecodedBytes} bytes.");
        }
    }

    /// <summary>Counts a step in the file itself, which is read over and over where its tables are broken.</summary>
    public void AddRead()
    {
        if ((++_reads & 0xFFF) == 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Counts a drawing operation.</summary>
    public void AddOperation()
    {
        if ((++_operations & 0xFF) == 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        if (_operations > MaxOperations)
        {
            throw new PdfLimitException(RejectionReason.TooMany, $"The pages draw more than {MaxOperations} times.");
        }
    }

    /// <summary>Counts a character.</summary>
    /// <param name="onPage">How many its page has shown, itself included.</param>
    public void AddGlyph(int onPage)
    {
        if ((++_glyphs & 0xFF) == 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        if (onPage > MaxGlyphsOnPage)
        {
            throw new PdfLimitException(RejectionReason.TooMany, $"A page shows more than {MaxGlyphsOnPage} characters.");
        }

        if (_glyphs > MaxGlyphs)
        {
            throw new PdfLimitException(RejectionReason.TooMany, $"The pages show more than {MaxGlyphs} characters.");
        }
    }

    /// <summary>Counts codes of fonts for which there are widths or characters; none where their number is negative.</summary>
    public void AddCodes(long count)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _codes += Math.Max(0, count);
        if (_codes > MaxCodes)
        {
            throw new PdfLimitException(RejectionReason.TooMany, $"The fonts tell of more than {MaxCodes} characters.");
        }
    }

    /// <summary>Checks how deep drawings are nested.</summary>
    public static void CheckForms(int depth)
    {
        if (depth > MaxFormDepth)
        {
            throw new PdfLimitException(RejectionReason.TooDeep, $"Drawings are nested deeper than {MaxFormDepth}, or call themselves.");
        }
    }

    /// <summary>Checks how many graphics states are saved.</summary>
    public static void CheckStates(int count)
    {
        if (count > MaxStates)
        {
            throw new PdfLimitException(RejectionReason.TooDeep, $"More than {MaxStates} graphics states are saved and not restored.");
        }
    }
}
