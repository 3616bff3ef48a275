using System.Text;
using System.Xml;

namespace Pipeline.Processing.Feeds;

/// <summary>Keeps to the characters that XML 1.0 has (section 2.2): it cannot say the others, not even escaped.</summary>
internal static class XmlCharacters
{
    /// <summary>Returns a text without the characters that XML lacks: control characters, halves of pairs, U+FFFE and U+FFFF.</summary>
    public static string Clean(string text)
    {
        StringBuilder? clean = null;
        for (var i = 0; i < text.Length; i++)
        {
            var length = LengthAt(text, i);
            if (length == 0)
            {
                clean ??= new StringBuilder(text, 0, i, text.Length);
                continue;
            }

            clean?.Append(text, i, length);
            i += length - 1;
        }

        return clean?.ToString() ?? text;
    }

    private static int LengthAt(string text, int i) =>
        XmlConvert.IsXmlChar(text[i]) ? 1
        : i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]) ? 2
        : 0;
}
