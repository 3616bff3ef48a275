using System.Text;

namespace Pipeline.Processing.Rendering;

/// <summary>Writes a document as CommonMark. Text is escaped, so that nothing of it is taken for markup.</summary>
public static class MarkdownWriter
{
    // What begins markup inside a line (CommonMark 0.31.2, section 6), and in GitHub's dialect ~ and |. A line's own marks are below.
    private const string Inline = @"\`*_[]<>&~|";

    /// <summary>Writes a document.</summary>
    /// <param name="document">The document.</param>
    public static string Write(TextDocument document) => LineWriter.Write(document, heading => new string('#', heading.Level) + " ", AppendLine);

    private static void AppendLine(StringBuilder text, string mark, IReadOnlyList<TextRun> content)
    {
        text.Append(mark);
        var start = text.Length;
        foreach (var run in content)
        {
            if (run.Address is null)
            {
                AppendEscaped(text, run.Text, start);
            }
            else
            {
                text.Append('[');
                AppendEscaped(text, run.Text, start);
                text.Append("](<").Append(run.Address).Append(">)");
            }
        }

        // Digits and a mark at the start would number a list; a # at the end would close a heading; a space there breaks the line.
        while (text.Length > start && text[^1] == ' ')
        {
            text.Length--;
        }

        text.Append('\n');
    }

    private static void AppendEscaped(StringBuilder text, string run, int lineStart)
    {
        foreach (var c in run)
        {
            if (Inline.Contains(c, StringComparison.Ordinal) || c == '#' || BeginsBlock(c, text, lineStart))
            {
                text.Append('\\');
            }

            // A space at the start of a line is none.
            if (c != ' ' || text.Length > lineStart)
            {
                text.Append(c);
            }
        }
    }

    /// <summary>Whether a character makes a list or a rule of the line that it begins, or a numbered list of one that began with digits.</summary>
    private static bool BeginsBlock(char c, StringBuilder text, int lineStart) => c switch
    {
        '+' or '-' or '=' => text.Length == lineStart,
        '.' or ')' => IsDigits(text, lineStart),
        _ => false,
    };

    private static bool IsDigits(StringBuilder text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
