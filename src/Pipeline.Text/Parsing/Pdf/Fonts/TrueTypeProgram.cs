using System.Buffers.Binary;
using System.Text;

namespace Pipeline.Text.Parsing.Pdf.Fonts;

/// <summary>
/// TrueType and OpenType fonts (ISO/IEC 14496-22) without their outlines. The PDF library makes those of all glyphs at once, and
/// takes no notice of one that is made of itself.
/// </summary>
internal static class TrueTypeProgram
{
    private const int DirectoryStart = 12;
    private const int EntryLength = 16;

    // Fonts have two or three. Chosen.
    private const int MaxMaps = 64;

    private static ReadOnlySpan<byte> Version => [0, 1, 0, 0];

    /// <summary>Empties all outlines, and hides the tables that the text does not need.</summary>
    /// <param name="font">The font, which is changed.</param>
    /// <returns>Whether it is such a font.</returns>
    public static bool RemoveOutlines(Span<byte> font)
    {
        if (!font.StartsWith(Version) && !font.StartsWith("true"u8) && !font.StartsWith("OTTO"u8))
        {
            return false;
        }

        var end = font.Length < DirectoryStart ? int.MaxValue : DirectoryStart + (EntryLength * BinaryPrimitives.ReadUInt16BigEndian(font[4..]));
        if (end > font.Length)
        {
            return false;
        }

        // Whatever of it comes later is read as this kind only.
        Version.CopyTo(font);
        for (var at = DirectoryStart; at < end; at += EntryLength)
        {
            var entry = font.Slice(at, EntryLength);
            var start = BinaryPrimitives.ReadUInt32BigEndian(entry[8..]);
            var length = BinaryPrimitives.ReadUInt32BigEndian(entry[12..]);
            if (start < end || start + (long)length > font.Length || !Keep(entry[..4], font.Slice((int)start, (int)length)))
            {
                entry.Clear();
            }
        }

        return true;
    }

    private static bool Keep(ReadOnlySpan<byte> tag, Span<byte> table)
    {
        if (Is(tag, "glyf"u8))
        {
            // A glyph of no contours is empty.
            table.Clear();
            return true;
        }

        return Is(tag, "CFF "u8) ? CompactFontProgram.RemoveOutlines(table)
            : Is(tag, "cmap"u8) ? table.Length >= 4 && BinaryPrimitives.ReadUInt16BigEndian(table[2..]) <= MaxMaps
            : Is(tag, "head"u8) || Is(tag, "hhea"u8) || Is(tag, "hmtx"u8) || Is(tag, "maxp"u8) || Is(tag, "loca"u8) || Is(tag, "post"u8);
    }

    // The library takes no notice of case.
    private static bool Is(ReadOnlySpan<byte> tag, ReadOnlySpan<byte> name) => Ascii.EqualsIgnoreCase(tag, name);
}
