using System.Text;
using Pipeline.Text;

namespace Pipeline.Evaluation.Names;

/// <summary>The text that tokens are joined to, and where each token stands in it.</summary>
internal static class SentenceText
{
    private const string ClosingMarks = ".,;:!?)]}%'’”";
    private const string OpeningMarks = "([{$#“‘";

    /// <summary>Joins tokens by single spaces, as scorers do.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="text">Where the text goes.</param>
    /// <returns>Where each token stands in the text.</returns>
    public static TextSpan[] AppendSpaced(IReadOnlyList<string> tokens, StringBuilder text) => Append(tokens, text, static (_, _) => true);

    /// <summary>Joins tokens as prose is written: no space before a comma or after a bracket that opens.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="text">Where the text goes.</param>
    /// <returns>Where each token stands in the text.</returns>
    public static TextSpan[] AppendProse(IReadOnlyList<string> tokens, StringBuilder text) =>
        Append(tokens, text, static (before, token) => !ClosingMarks.Contains(token[0], StringComparison.Ordinal) && token != "n't" && !OpeningMarks.Contains(before[^1], StringComparison.Ordinal));

    private static TextSpan[] Append(IReadOnlyList<string> tokens, StringBuilder text, Func<string, string, bool> isSpaced)
    {
        var spans = new TextSpan[tokens.Count];
        for (var i = 0; i < tokens.Count; i++)
        {
            if (i > 0 && isSpaced(tokens[i - 1], tokens[i]))
            {
                text.Append(' ');
            }

            spans[i] = new TextSpan(text.Length, tokens[i].Length);
            text.Append(tokens[i]);
        }

        return spans;
    }
}
