using System.Buffers.Binary;

namespace Pipeline.Text.Parsing.Pdf.Fonts;

/// <summary>
/// Fonts of the Compact Font Format (Adobe Technical Note 5176) without their outlines. The PDF library writes out what every
/// outline calls before any is drawn, and never ends where a subroutine calls itself.
/// </summary>
internal static class CompactFontProgram
{
    // Operators of a dictionary (tables 9 and 10 there).
    private const int CharStrings = 17;
    private const int FontArray = (Escape << 8) | 36;
    private const byte Escape = 12;
    private const byte LastOperator = 21;

    // Adobe Technical Note 5177, 4.5: it ends a subroutine, and has no effect outside one.
    private const byte Return = 11;

    // Glyphs name the font that they are of by one byte.
    private const int MaxFonts = 256;

    private const int HeaderLength = 4;

    /// <summary>Makes all outlines empty.</summary>
    /// <param name="font">The font, which is changed.</param>
    /// <returns>Whether it is such a font, one alone, as it is in a PDF (ISO 32000-1, 9.9), and tells plainly where its outlines are.</returns>
    public static bool RemoveOutlines(Span<byte> font)
    {
        var end = HeaderLength;
        return font is [1, ..]
            && ReadIndex(font, ref end) is { Count: 1 }
            && ReadIndex(font, ref end) is { Count: 1 } dictionary
            && ReadIndex(font, ref end) is not null
            && ReadIndex(font, ref end) is not null
            && RemoveOutlines(font, font[dictionary.Data], end);
    }

    /// <param name="font">The font.</param>
    /// <param name="dictionary">What tells where its outlines are.</param>
    /// <param name="start">Where they may start: behind all that tells where they are.</param>
    private static bool RemoveOutlines(Span<byte> font, ReadOnlySpan<byte> dictionary, int start)
    {
        int? operand = null;
        var (operands, found) = (0, false);
        for (var at = 0; at < dictionary.Length;)
        {
            if (dictionary[at] > LastOperator)
            {
                if (ReadOperand(dictionary[at..]) is not { Length: > 0 } number)
                {
                    return false;
                }

                at += number.Length;
                operand = number.Value;
                operands++;
                continue;
            }

            var operation = dictionary[at] == Escape && at + 1 < dictionary.Length ? (Escape << 8) | dictionary[at + 1] : dictionary[at];
            at += operation > byte.MaxValue ? 2 : 1;
            if (operation is CharStrings or FontArray)
            {
                if (operands != 1 || operand is not { } place || place < start || ReadIndex(font, ref place) is not { } index)
                {
                    return false;
                }

                if (operation == CharStrings)
                {
                    font[index.Data].Fill(Return);
                    found = true;
                }
                else if (index.Count > MaxFonts)
                {
                    return false;
                }
            }

            operands = 0;
        }

        return found;
    }

    /// <summary>Reads a number; its value is null where it may not be a whole one, its length zero where there is none.</summary>
    private static (int Length, int? Value) ReadOperand(ReadOnlySpan<byte> bytes) => bytes[0] switch
    {
        28 when bytes.Length > 2 => (3, BinaryPrimitives.ReadInt16BigEndian(bytes[1..])),
        29 when bytes.Length > 4 => (5, BinaryPrimitives.ReadInt32BigEndian(bytes[1..])),
        30 => (RealLength(bytes), null),
        >= 32 and <= 246 => (1, bytes[0] - 139),
        >= 247 and <= 250 when bytes.Length > 1 => (2, ((bytes[0] - 247) * 256) + bytes[1] + 108),
        >= 251 and <= 254 when bytes.Length > 1 => (2, -((bytes[0] - 251) * 256) - bytes[1] - 108),
        _ => (0, null),
    };

    /// <summary>Returns how long a decimal number is, up to the byte half of which is the sign of its end.</summary>
    private static int RealLength(ReadOnlySpan<byte> bytes)
    {
        for (var i = 1; i < bytes.Length; i++)
        {
            if ((bytes[i] & 0xF) == 0xF || bytes[i] >= 0xF0)
            {
                return i + 1;
            }
        }

        return 0;
    }

    /// <summary>Reads a list of pieces of data that follow each other; null where the bytes hold none.</summary>
    private static (int Count, Range Data)? ReadIndex(ReadOnlySpan<byte> font, ref int at)
    {
        if (at > font.Length - 2)
        {
            return null;
        }

        var count = BinaryPrimitives.ReadUInt16BigEndian(font[at..]);
        if (count == 0)
        {
            at += 2;
            return (0, default);
        }

        var offsets = at + 3;
        if (offsets > font.Length || font[at + 2] is not (>= 1 and <= 4 and var size) || offsets + ((count + 1) * size) > font.Length)
        {
            return null;
        }

        var data = offsets + ((count + 1) * size);
        var length = ReadOffset(font.Slice(data - size, size)) - ReadOffset(font.Slice(offsets, size));
        if (length < 0 || data + length > font.Length)
        {
            return null;
        }

        at = (int)(data + length);
        return (count, data..at);
    }

    private static long ReadOffset(ReadOnlySpan<byte> bytes)
    {
        var offset = 0L;
        foreach (var part in bytes)
        {
            offset = (offset << 8) | part;
        }

        return offset;
    }
}
