using System.Buffers;
using System.Buffers.Text;

namespace Pipeline.Text.Parsing.Pdf;

/// <summary>
/// Takes out of a document what makes the PDF library end the process, or fill the memory, before it asks for anything that a
/// budget could count: trees of destinations that lead back into themselves, objects that are nothing but references, tables
/// of objects with rows of negative length or with thousands of millions of rows. None of it has to do with the text.
/// </summary>
/// <remarks>A key is taken out by changing its first letter, so that every offset stays. The library reads what is left as a damaged file, and finds the objects by itself.</remarks>
internal static class PdfSanitizer
{
    // The largest files that are read hold some hundred thousand objects. Chosen.
    private const int MaxObjects = 1_000_000;

    // ISO 32000-1, 9.7.4.3 and annex C: no identifier of a character is larger; nor is any length in a row of the table of objects.
    private const int MaxWidthOrCode = 65_535;

    private const byte Harmless = (byte)'x';

    private static readonly SearchValues<byte> Delimiters = SearchValues.Create(" \t\r\n\f\0()<>[]{}/%"u8);

    /// <summary>Returns the document without such things: itself where there are none.</summary>
    public static ReadOnlyMemory<byte> Clean(ReadOnlyMemory<byte> document)
    {
        var offsets = Find(document.Span);
        for (var at = 0; document.Span[at..].IndexOf("obj"u8) is >= 0 and var found;)
        {
            at += found + 3;
            AddReference(offsets, document.Span, at);
        }

        if (offsets.Count == 0)
        {
            return document;
        }

        var copy = document.ToArray();
        Overwrite(copy, offsets);
        return copy;
    }

    /// <summary>Cleans objects that are packed in a stream (ISO 32000-1, 7.5.7), in place.</summary>
    /// <param name="objects">The expanded stream.</param>
    /// <param name="first">Where the first object stands, behind the numbers and offsets of all.</param>
    public static void CleanObjects(Span<byte> objects, int first)
    {
        var offsets = Find(objects);
        var at = 0;
        while (at < first && ReadNumber(objects, ref at) is not null && ReadNumber(objects, ref at) is { } offset)
        {
            if (offset <= objects.Length - first)
            {
                AddReference(offsets, objects, first + (int)offset);
            }
        }

        Overwrite(objects, offsets);
    }

    private static void Overwrite(Span<byte> bytes, List<int> offsets)
    {
        foreach (var offset in offsets)
        {
            bytes[offset] = Harmless;
        }
    }

    private static List<int> Find(ReadOnlySpan<byte> bytes)
    {
        var offsets = new List<int>();
        Span<byte> buffer = stackalloc byte[8];
        for (var at = 0; bytes[at..].IndexOf((byte)'/') is >= 0 and var found;)
        {
            var start = at + found + 1;
            var length = bytes[start..].IndexOfAny(Delimiters);
            at = length < 0 ? bytes.Length : start + length;
            var name = Decode(bytes[start..at], buffer);
            if (name.SequenceEqual("Dests"u8)
                || (name.SequenceEqual("W"u8) && !HasSaneWidths(bytes, at))
                || (name.SequenceEqual("Index"u8) && !HasSaneIndex(bytes, at))
                || (name.SequenceEqual("Size"u8) && !HasSaneSize(bytes, at)))
            {
                offsets.Add(start);
            }
        }

        return offsets;
    }

    /// <summary>Returns a name without its escapes (7.3.5); empty where it is longer than any that matters.</summary>
    private static ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> name, Span<byte> buffer)
    {
        var length = 0;
        for (var i = 0; i < name.Length; i++)
        {
            if (length == buffer.Length)
            {
                return [];
            }

            if (name[i] == '#' && i + 2 < name.Length && Utf8Parser.TryParse(name.Slice(i + 1, 2), out byte value, out var read, 'x') && read == 2)
            {
                buffer[length++] = value;
                i += 2;
            }
            else
            {
                buffer[length++] = name[i];
            }
        }

        return buffer[..length];
    }

    /// <summary>Judges the first three numbers of an array; one that starts otherwise holds the widths of a font.</summary>
    private static bool HasSaneWidths(ReadOnlySpan<byte> bytes, int at)
    {
        if (!SkipOpening(bytes, ref at))
        {
            return true;
        }

        for (var i = 0; i < 3 && Peek(bytes, ref at) is not ((byte)'[' or (byte)']' or 0); i++)
        {
            if (ReadNumber(bytes, ref at) is not <= MaxWidthOrCode)
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasSaneIndex(ReadOnlySpan<byte> bytes, int at)
    {
        if (!SkipOpening(bytes, ref at))
        {
            return true;
        }

        var objects = 0L;
        while (Peek(bytes, ref at) is not ((byte)']' or 0))
        {
            if (ReadNumber(bytes, ref at) is null || ReadNumber(bytes, ref at) is not { } count || (objects += count) > MaxObjects)
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasSaneSize(ReadOnlySpan<byte> bytes, int at) => Peek(bytes, ref at) == '[' || ReadNumber(bytes, ref at) is <= MaxObjects;

    private static bool SkipOpening(ReadOnlySpan<byte> bytes, ref int at)
    {
        if (Peek(bytes, ref at) != '[')
        {
            return false;
        }

        at++;
        return true;
    }

    /// <summary>Takes note of the letter of a reference that stands where an object should.</summary>
    private static void AddReference(List<int> offsets, ReadOnlySpan<byte> bytes, int at)
    {
        if (ReadNumber(bytes, ref at) is not null && ReadNumber(bytes, ref at) is not null && Peek(bytes, ref at) == 'R')
        {
            offsets.Add(at);
        }
    }

    /// <summary>Reads a number without a sign, of which a fraction is left out; null where there is none, or one beyond all limits.</summary>
    private static long? ReadNumber(ReadOnlySpan<byte> bytes, ref int at)
    {
        Peek(bytes, ref at);
        if (!Utf8Parser.TryParse(bytes[at..Math.Min(bytes.Length, at + 20)], out uint value, out var length))
        {
            return null;
        }

        at += length;
        if (at < bytes.Length && bytes[at] == '.')
        {
            var end = bytes[(at + 1)..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            at = end < 0 ? bytes.Length : at + 1 + end;
        }

        return at == bytes.Length || Delimiters.Contains(bytes[at]) ? value : null;
    }

    /// <summary>Goes on to what follows white space and comments, and returns its first byte; zero at the end.</summary>
    private static byte Peek(ReadOnlySpan<byte> bytes, ref int at)
    {
        while (at < bytes.Length && bytes[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)'\f' or 0 or (byte)'%')
        {
            var end = bytes[at] == '%' ? bytes[at..].IndexOfAny((byte)'\r', (byte)'\n') : 1;
            at = end < 0 ? bytes.Length : at + end;
        }

        return at < bytes.Length ? bytes[at] : (byte)0;
    }
}
