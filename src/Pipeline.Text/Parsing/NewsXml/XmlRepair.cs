using System.Net;
using System.Text;
using System.Xml;

namespace Pipeline.Text.Parsing.NewsXml;

/// <summary>
/// Repairs what feeds get wrong and readers forgive: entities of HTML that XML does not define, ampersands that stand for
/// themselves, control characters. What is no entity of HTML becomes text, so that entities of a document type stay unexpanded.
/// </summary>
internal static class XmlRepair
{
    private const int MaxReferenceLength = 12;

    /// <summary>Returns the text repaired; the same where there is nothing to repair. Comments and CDATA sections keep their ampersands.</summary>
    public static string Repair(string text)
    {
        var result = new StringBuilder(text.Length + 64);

        // What opens behind the last end of its kind has no end: looking for it each time would cost the square of the length.
        var (lastComment, lastSection) = (text.LastIndexOf("-->", StringComparison.Ordinal), text.LastIndexOf("]]>", StringComparison.Ordinal));
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '<' && i < Math.Max(lastComment, lastSection) && SectionEnd(text, i, lastComment, lastSection) is > 0 and var end)
            {
                AppendValid(result, text.AsSpan(i, end - i));
                i = end - 1;
            }
            else if (c == '&')
            {
                i += AppendReference(result, text.AsSpan(i)) - 1;
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                result.Append(c).Append(text[++i]);
            }
            else if (XmlConvert.IsXmlChar(c))
            {
                result.Append(c);
            }
        }

        return result.Length == text.Length && result.Equals(text) ? text : result.ToString();
    }

    private static int SectionEnd(string text, int start, int lastComment, int lastSection)
    {
        var section = text.AsSpan(start);
        var (opening, closing, last) = section.StartsWith("<![CDATA[", StringComparison.Ordinal) ? (9, "]]>", lastSection)
            : section.StartsWith("<!--", StringComparison.Ordinal) ? (4, "-->", lastComment)
            : default;
        return opening > 0 && start + opening <= last ? text.IndexOf(closing, start + opening, StringComparison.Ordinal) + 3 : -1;
    }

    private static void AppendValid(StringBuilder result, ReadOnlySpan<char> section)
    {
        for (var i = 0; i < section.Length; i++)
        {
            if (char.IsHighSurrogate(section[i]) && i + 1 < section.Length && char.IsLowSurrogate(section[i + 1]))
            {
                result.Append(section[i]).Append(section[++i]);
            }
            else if (XmlConvert.IsXmlChar(section[i]))
            {
                result.Append(section[i]);
            }
        }
    }

    /// <summary>Appends what stands for a reference, and returns how many characters of the text that is.</summary>
    private static int AppendReference(StringBuilder result, ReadOnlySpan<char> text)
    {
        var end = text[..Math.Min(text.Length, MaxReferenceLength)].IndexOf(';');
        var name = end > 1 ? text[1..end] : default;
        if (name is "amp" or "lt" or "gt" or "quot" or "apos")
        {
            result.Append(text[..(end + 1)]);
            return end + 1;
        }

        var reference = end > 1 ? text[..(end + 1)].ToString() : string.Empty;
        var decoded = WebUtility.HtmlDecode(reference);
        if (reference.Length == 0 || decoded == reference)
        {
            result.Append("&amp;");
            return 1;
        }

        foreach (var c in decoded)
        {
            _ = c is '&' or '<' ? result.Append("&#").Append((int)c).Append(';')
                : XmlConvert.IsXmlChar(c) || char.IsSurrogate(c) ? result.Append(c)
                : result;
        }

        return end + 1;
    }
}
