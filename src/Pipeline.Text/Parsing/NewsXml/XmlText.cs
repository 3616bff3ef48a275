using System.Text;
using System.Text.Unicode;
using Pipeline.Text.Parsing.Decoding;

namespace Pipeline.Text.Parsing.NewsXml;

/// <summary>
/// Decodes XML. A byte order mark goes first; then UTF-8, where the bytes are valid UTF-8 past ASCII, for many
/// declarations lie; then the declared encoding; then what <see cref="TextDecoder"/> finds.
/// </summary>
internal static class XmlText
{
    private const int DeclarationBytes = 200;

    /// <summary>Decodes a file; the text is without its declaration.</summary>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes)
    {
        if (ByteOrderMark.Find(bytes) is null && !Utf8.IsValid(bytes) && !ByteCensus.Of(bytes).LooksBinary && Declared(bytes) is { } declared)
        {
            return DecodedText.Read(WithoutDeclaration(declared.GetString(bytes)));
        }

        var decoded = TextDecoder.Decode(bytes);
        return decoded.IsText ? DecodedText.Read(WithoutDeclaration(decoded.Text)) : decoded;
    }

    /// <summary>Replaces the declaration at the start, and white space in front of it, which the standard forbids and many feeds have; line ends stay.</summary>
    public static string WithoutDeclaration(string text)
    {
        var start = text.AsSpan().TrimStart();
        var end = start.StartsWith("<?xml ", StringComparison.Ordinal) ? start.IndexOf("?>", StringComparison.Ordinal) + 2 : 0;
        var cut = end < 2 ? text.Length - start.Length : text.Length - start.Length + end;
        return cut == 0 ? text : string.Concat(new string('\n', text.AsSpan(0, cut).Count('\n')), text.AsSpan(cut));
    }

    /// <summary>Returns the encoding that the declaration names, where it is one of single bytes or of East Asia; Unicode has been tried before.</summary>
    private static Encoding? Declared(ReadOnlySpan<byte> bytes)
    {
        var declaration = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationBytes)]).TrimStart();
        var end = declaration.IndexOf("?>", StringComparison.Ordinal);
        var at = declaration.IndexOf("encoding=", StringComparison.Ordinal);
        if (!declaration.StartsWith("<?xml", StringComparison.Ordinal) || at < 0 || at > end || declaration.IndexOf(declaration[at + 9], at + 10) is not (> 0 and var close))
        {
            return null;
        }

        var name = declaration[(at + 10)..close].Trim().ToLowerInvariant();

        // The WHATWG Encoding Standard reads these labels as windows-1252, which is what files hold.
        name = name is "iso-8859-1" or "latin1" or "us-ascii" or "ascii" ? "windows-1252" : name;
        if (name.StartsWith("utf", StringComparison.Ordinal) || name.StartsWith("ucs", StringComparison.Ordinal))
        {
            return null;
        }

        return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback);
    }
}
