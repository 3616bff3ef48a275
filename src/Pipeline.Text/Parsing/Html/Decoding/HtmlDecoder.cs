using System.Text;
using System.Text.Unicode;
using Pipeline.Text.Parsing.Decoding;

namespace Pipeline.Text.Parsing.Html.Decoding;

/// <summary>
/// Turns the bytes of a page into characters. A byte order mark decides first; then bytes that are valid UTF-8, for text in
/// another encoding hardly ever is; then what the carrier or the page itself declares, as long as the bytes agree; then the
/// statistics that plain text is read by.
/// </summary>
internal static class HtmlDecoder
{
    // A declared encoding with more broken characters than this is not the page's. Chosen.
    private const int GoodCharactersPerBroken = 200;

    /// <summary>Decodes a page.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="mediaType">The media type that the carrier declares, or null.</param>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string? mediaType)
    {
        if (ByteOrderMark.Find(bytes) is null
            && Declared(bytes, mediaType) is { } encoding
            && !(encoding.CodePage != 50220 && Utf8.IsValid(bytes))
            && BinarySignature.Identify(bytes) is null
            && Utf16Pattern.Detect(bytes) is null
            && !ByteCensus.Of(bytes).LooksBinary)
        {
            var text = encoding.GetString(bytes);
            if (text.AsSpan().Count('\uFFFD') * GoodCharactersPerBroken <= text.Length)
            {
                return DecodedText.Read(text);
            }
        }

        return TextDecoder.Decode(bytes);
    }

    private static Encoding? Declared(ReadOnlySpan<byte> bytes, string? mediaType) =>
        EncodingLabel.Find(mediaType) ?? EncodingLabel.FindInMarkup(bytes);
}
