using System.Text;

namespace Pipeline.Processing.Rendering;

/// <summary>Writes a document as plain text: blocks apart by a blank line, addresses left out.</summary>
public static class PlainTextWriter
{
    /// <summary>Writes a document.</summary>
    /// <param name="document">The document.</param>
    public static string Write(TextDocument document) => LineWriter.Write(document, _ => "", AppendLine);

    private static void AppendLine(StringBuilder text, string mark, IReadOnlyList<TextRun> content)
    {
        text.Append(mark);
        foreach (var run in content)
        {
            text.Append(run.Text);
        }

        text.Append('\n');
    }
}
