using System.Text;

namespace Pipeline.Processing.Rendering;

/// <summary>Writes a document as plain text: blocks apart by a blank line, addresses left out.</summary>
public static class PlainTextWriter
{
    /// <summary>Writes a document.</summary>
    /// <param name="document">The document.</param>
    public static string Write(TextDocument document)
    {
        var text = new StringBuilder();
        foreach (var block in document.Blocks)
        {
            if (text.Length > 0)
            {
                text.Append('\n');
            }

            Append(text, block);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, TextBlock block)
    {
        switch (block)
        {
            case TextHeading heading:
                AppendLine(text, "", heading.Content);
                break;
            case TextParagraph paragraph:
                AppendLine(text, "", paragraph.Content);
                break;
            case TextList list:
                foreach (var item in list.Items)
                {
                    AppendLine(text, "- ", item);
                }

                break;
        }
    }

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
