using System.Text;
using Pipeline.Text.Parsing.Decoding;

namespace Pipeline.Text.Parsing.Documents;

/// <summary>Brings the text of a passage to the form that articles have: normalised, on one line, no two spaces in a row.</summary>
internal static class PassageText
{
    /// <summary>Returns the text on one line.</summary>
    public static string Clean(string text) => Fold(TextNormalizer.Normalize(text), keepLines: false);

    /// <summary>Returns the text with its line breaks, without empty lines.</summary>
    public static string CleanLines(string text) => Fold(TextNormalizer.Normalize(text), keepLines: true);

    private static string Fold(string text, bool keepLines)
    {
        var result = new StringBuilder(text.Length);
        var pending = '\0';
        foreach (var c in text)
        {
            if (c is ' ' or '\n')
            {
                pending = keepLines && (c == '\n' || pending == '\n') ? '\n' : ' ';
                continue;
            }

            if (pending != '\0' && result.Length > 0)
            {
                result.Append(pending);
            }

            pending = '\0';
            result.Append(c);
        }

        return result.ToString();
    }
}
