namespace Pipeline.Text.Parsing.Pdf.Fonts;

/// <summary>
/// The programs of fonts without their outlines. The PDF library draws the outline of every character that is shown, of which only
/// the width matters here, and that stands in the document; it follows outlines that lead into themselves until the process ends.
/// </summary>
internal static class FontProgram
{
    /// <summary>Returns a font that has widths, names and codes as before and only empty outlines; nothing where the bytes are no font of a kind that is known.</summary>
    /// <param name="font">The font, which may be changed.</param>
    public static Memory<byte> WithoutOutlines(Memory<byte> font)
    {
        if (Type1Program.Find(font.Span) is >= 0 and var start)
        {
            return Type1Program.WithoutOutlines(font.Span[start..]);
        }

        return TrueTypeProgram.RemoveOutlines(font.Span) || CompactFontProgram.RemoveOutlines(font.Span) ? font : Memory<byte>.Empty;
    }
}
