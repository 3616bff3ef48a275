using System.Buffers;
using System.Text;

namespace Pipeline.Text.Parsing.Html.Decoding;

/// <summary>Reads the names of encodings that pages and carriers declare, as the WHATWG Encoding Standard understands them.</summary>
internal static class EncodingLabel
{
    // The HTML standard asks authors for the first 1,024 bytes; pages with long scripts above it are common.
    private const int SearchedBytes = 8 * 1024;

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n\"';>/");

    /// <summary>Returns the encoding of a <c>charset</c> parameter; null where there is none, or an unknown one, or a Unicode one, which bytes tell by themselves.</summary>
    public static Encoding? Find(string? declaration)
    {
        if (declaration is null || declaration.IndexOf("charset", StringComparison.OrdinalIgnoreCase) is not (>= 0 and var at))
        {
            return null;
        }

        var value = declaration.AsSpan(at + "charset".Length).TrimStart();
        return value is ['=', ..] ? Get(Name(value[1..].TrimStart(" \"'"))) : null;
    }

    /// <summary>Returns the encoding that the page declares in a <c>meta</c> element or in an XML declaration.</summary>
    public static Encoding? FindInMarkup(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, SearchedBytes)]);
        if (text.StartsWith("<?xml", StringComparison.Ordinal) && text.IndexOf("encoding=", StringComparison.Ordinal) is > 0 and var encoding && encoding < text.IndexOf('>', StringComparison.Ordinal))
        {
            return Get(Name(text.AsSpan(encoding + "encoding=".Length).TrimStart(" \"'")));
        }

        for (var at = text.IndexOf("<meta", StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf("<meta", at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = text.IndexOf('>', at);
            if (end > 0 && Find(text[at..end]) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static string Name(ReadOnlySpan<char> value)
    {
        var end = value.IndexOfAny(NameEnds);
        return (end < 0 ? value : value[..end]).ToString().ToLowerInvariant();
    }

    /// <summary>Returns the encoding of a label. The names of subsets stand for what real pages use under them.</summary>
    private static Encoding? Get(string label)
    {
        var name = label switch
        {
            "iso-8859-1" or "iso8859-1" or "latin1" or "latin-1" or "ascii" or "us-ascii" or "cp1252" or "x-cp1252" or "iso_8859-1" or "l1" or "ansi" => "windows-1252",
            "iso-8859-9" or "latin5" or "cp1254" => "windows-1254",
            "iso-8859-11" or "tis-620" => "windows-874",
            "gb2312" or "gbk" or "x-gbk" or "gb_2312-80" or "chinese" => "gb18030",
            "sjis" or "x-sjis" or "shift-jis" or "windows-31j" or "ms_kanji" => "shift_jis",
            "ks_c_5601-1987" or "korean" or "ksc5601" or "windows-949" => "euc-kr",
            "big5-hkscs" or "x-x-big5" or "cn-big5" => "big5",
            "cp1250" or "x-cp1250" => "windows-1250",
            "cp1251" or "x-cp1251" or "win-1251" => "windows-1251",
            "cp1253" or "cp1255" or "cp1256" or "cp1257" or "cp1258" => string.Concat("windows-", label.AsSpan(2)),
            "koi8" or "koi" => "koi8-r",
            _ => label,
        };
        if (name.Length is 0 or > 40 || name.StartsWith("utf", StringComparison.Ordinal) || name.StartsWith("unicode", StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
