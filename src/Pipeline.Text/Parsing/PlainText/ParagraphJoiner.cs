using System.Text;
using Pipeline.Text.Parsing.Elements;
using Pipeline.Text.Parsing.Elements.Faq;

namespace Pipeline.Text.Parsing.PlainText;

/// <summary>Makes paragraphs of lines: each line its own, or, in a wrapped file, the lines between two signs of a new paragraph joined.</summary>
internal sealed class ParagraphJoiner(WrapLayout layout, LineHyphenation hyphenation)
{
    private const int MinIndent = 2;

    /// <summary>Joins lines. Blank lines always part paragraphs.</summary>
    public List<string> Join(IReadOnlyList<TextLine> lines)
    {
        var paragraphs = new List<string>();
        var paragraph = new StringBuilder();
        TextLine? first = null, last = null;
        foreach (var line in lines)
        {
            if (line.IsBlank || (last is { } previous && StartsParagraph(first!.Value, previous, line)))
            {
                Flush();
            }

            if (!line.IsBlank)
            {
                first ??= line;
                hyphenation.Append(paragraph, line.Text);
                last = line;
            }
        }

        Flush();
        return paragraphs;

        void Flush()
        {
            if (paragraph.Length > 0)
            {
                paragraphs.Add(paragraph.ToString());
                paragraph.Clear();
            }

            (first, last) = (null, null);
        }
    }

    private bool StartsParagraph(TextLine first, TextLine line, TextLine next)
    {
        if (!layout.IsWrapped || next.Text[0] == '#' || line.Text[0] == '#' || FaqLabel.Starts(next.Text) || FaqHeading.IsMatch(line.Text) || ClosingMatter.IsFurniture(line.Text) || ClosingMatter.IsFurniture(next.Text))
        {
            return true;
        }

        var full = layout.IsFull(line, next);
        if (ListMarker.Length(next.Text) > 0 && (!full || ListMarker.Length(first.Text) > 0 || line.Text[^1] == ':'))
        {
            return true;
        }

        if (next.Indent >= line.Indent + MinIndent)
        {
            // A list item's further lines hang.
            return ListMarker.Length(first.Text) == 0;
        }

        if (next.Indent >= MinIndent && line.Indent == next.Indent && (!full || (!layout.HasBlankLines && SentenceShape.EndsSentence(line.Text))))
        {
            return true;
        }

        if (!full && line == first && SentenceShape.EndsInQuestion(line.Text))
        {
            // A question on a line of its own above its answer.
            return true;
        }

        if (layout.HasBlankLines || full)
        {
            return false;
        }

        // The last line of a paragraph, or a heading right above its text.
        return SentenceShape.EndsSentence(line.Text) || (line.Width < 0.6 * layout.Width && !char.IsLower(next.Text[0]));
    }
}
