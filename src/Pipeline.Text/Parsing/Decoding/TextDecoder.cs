using System.Globalization;

namespace Pipeline.Text.Parsing.Decoding;

/// <summary>
/// Turns bytes into characters. In this order: known binary signatures are refused; a byte order mark is believed, but
/// held to; UTF-16 without a mark is known by its zero bytes; content with many control bytes is refused; then UTF-8;
/// then the encodings that UTF.Unknown finds.
/// </summary>
internal static class TextDecoder
{
    // Unpaired surrogates and the like: up to one in a hundred characters is damage, more is not the encoding. Chosen.
    private const int GoodCharactersPerBroken = 100;

    /// <summary>Decodes a file. Characters that cannot be read become U+FFFD where they are few; else the file is rejected.</summary>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes)
    {
        if (BinarySignature.Identify(bytes) is { } signature)
        {
            return DecodedText.NotText($"The content looks like {signature}, not like text.");
        }

        if (ByteOrderMark.Find(bytes) is { } mark)
        {
            return DecodeMarked(bytes[mark.Length..], mark);
        }

        if (Utf16Pattern.Detect(bytes) is { } utf16)
        {
            return DecodedText.Read(utf16.GetString(bytes[..(bytes.Length & ~1)]));
        }

        var census = ByteCensus.Of(bytes);
        if (census.LooksBinary)
        {
            var share = ((double)census.Controls / census.Total).ToString("0.0%", CultureInfo.InvariantCulture);
            return DecodedText.NotText($"The content looks binary: {share} of its bytes are control characters.");
        }

        // ISO-2022-JP and its kin are ASCII bytes that escape sequences give another meaning. Beside bytes past ASCII an
        // escape is what a terminal left in UTF-8.
        return (census.Escapes == 0 || census.High > 0) && Utf8Text.Decode(bytes) is { } text
            ? DecodedText.Read(text)
            : DecodeOther(bytes, census);
    }

    private static DecodedText DecodeOther(ReadOnlySpan<byte> bytes, ByteCensus census)
    {
        var legacy = LegacyText.Decode(bytes, census);
        return !legacy.IsText && census.Escapes > 0 && Utf8Text.Decode(bytes) is { } text ? DecodedText.Read(text) : legacy;
    }

    private static DecodedText DecodeMarked(ReadOnlySpan<byte> bytes, ByteOrderMark mark)
    {
        var contradiction = DecodedText.Undecodable($"The file starts with the byte order mark of {mark.Name}, but its bytes are not {mark.Name}.");
        if (mark.Length == 3)
        {
            return ByteCensus.Of(bytes).LooksBinary
                ? DecodedText.NotText("The content looks binary: it starts with the byte order mark of UTF-8, but is full of control characters.")
                : Utf8Text.Decode(bytes) is { } utf8 ? DecodedText.Read(utf8) : contradiction;
        }

        // ASCII bytes read as UTF-16 are mostly valid, but nonsense.
        var unit = mark.Length == 4 ? 4 : 2;
        if (bytes.Length >= 8 && !bytes.Contains((byte)0) && Utf16Pattern.AsciiShare(bytes) > 0.95)
        {
            return contradiction;
        }

        var text = mark.Encoding.GetString(bytes[..(bytes.Length - (bytes.Length % unit))]);
        return text.AsSpan().Count('\uFFFD') * GoodCharactersPerBroken > text.Length ? contradiction : Controlled(text);
    }

    private static DecodedText Controlled(string text)
    {
        var controls = 0;
        foreach (var c in text)
        {
            controls += c is < '\t' or (> '\r' and < ' ') ? 1 : 0;
        }

        return controls > text.Length / 50
            ? DecodedText.NotText("The content looks binary: it starts with a byte order mark, but is full of control characters.")
            : DecodedText.Read(text);
    }
}
