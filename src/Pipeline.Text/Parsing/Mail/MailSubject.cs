using System.Collections.Frozen;
using Pipeline.Text.Parsing.Documents;

namespace Pipeline.Text.Parsing.Mail;

/// <summary>Makes a title of a subject.</summary>
internal static class MailSubject
{
    private const int MaxTagLength = 40;

    private static readonly FrozenSet<string> Prefixes =
        "re fw fwd aw wg sv vs vb tr rv res enc antw odp pd ynt ilt r i rif doorst".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes <c>Re:</c> and its kin and a list's name in brackets off the start; null where nothing is left.</summary>
    public static string? Clean(string? subject)
    {
        var text = PassageText.Clean(subject ?? string.Empty);
        while (text.Length > 0)
        {
            var length = PrefixLength(text);
            length = length > 0 ? length : TagLength(text);
            if (length == 0)
            {
                return text;
            }

            text = text[length..].TrimStart();
        }

        return null;
    }

    private static int PrefixLength(string text)
    {
        var end = 0;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        if (!Prefixes.Contains(text[..end]))
        {
            return 0;
        }

        // "Re[2]:", "Fwd (2):"
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '[' or ']' or '(' or ')' or ' '))
        {
            end++;
        }

        return end < text.Length && text[end] is ':' or '：' ? end + 1 : 0;
    }

    /// <summary>Returns the length of a list's name in brackets, if text follows it.</summary>
    private static int TagLength(string text)
    {
        var close = text[0] == '[' ? text.IndexOf(']', StringComparison.Ordinal) : -1;
        return close is > 1 and <= MaxTagLength && close + 1 < text.Length ? close + 1 : 0;
    }
}
