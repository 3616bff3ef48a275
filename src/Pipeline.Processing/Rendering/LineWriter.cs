using System.Text;

namespace Pipeline.Processing.Rendering;

/// <summary>Writes a document line by line, blocks apart by a blank line: what plain text and Markdown have in common.</summary>
internal static class LineWriter
{
    /// <summary>Appends one line: what stands before it, its content, and the line's end.</summary>
    public delegate void AppendLine(StringBuilder text, string mark, IReadOnlyList<TextRun> content);

    /// <summary>Writes a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="markOf">What stands before a heading.</param>
    /// <param name="append">Appends a line.</param>
    public static string Write(TextDocument document, Func<TextHeading, string> markOf, AppendLine append)
    {
        var text = new StringBuilder();
        foreach (var block in document.Blocks)
        {
            if (text.Length > 0)
            {
                text.Append('\n');
            }

            switch (block)
            {
                case TextHeading heading:
                    append(text, markOf(heading), heading.Content);
                    break;
                case TextParagraph paragraph:
                    append(text, "", paragraph.Content);
                    break;
                case TextList list:
                    foreach (var item in list.Items)
                    {
                        append(text, "- ", item);
                    }

                    break;
            }
        }

        return text.ToString();
    }
}
