using System.Text;
using Pipeline.Text.Parsing.Structure;

namespace Pipeline.Text.Parsing.PlainText;

/// <summary>
/// Reads the lines above the body: title, byline, date, labelled lines, in any order. The header reaches to the last such
/// line that no more than a title and a standfirst stand above; where there is none, to the title.
/// </summary>
internal static class HeaderReader
{
    // A title of up to three lines and a standfirst. Chosen.
    private const int MaxTextLines = 4;
    private const int MaxTextBlocks = 2;
    private const int MaxHeaderLines = 20;
    private const int MaxTitleLines = 3;

    // A longer line is a paragraph: nothing below it is header.
    private const int MaxTextLength = 250;

    /// <summary>Reads the header of a file.</summary>
    public static Header Read(IReadOnlyList<TextLine> lines, WrapLayout layout)
    {
        var fields = new HeaderFields();
        var text = new List<(TextLine Line, int Index)>();
        var pending = new List<(TextLine Line, int Index)>();
        var (start, blocks, rest) = (0, 0, (string?)null);
        for (int i = 0, seen = 0; i < lines.Count && seen < MaxHeaderLines && rest is null; i++)
        {
            if (lines[i].IsBlank)
            {
                continue;
            }

            seen++;
            if (!IsInsideParagraph(lines, i, layout, pending) && ReadLine(lines, i, pending) is { } line)
            {
                fields.Merge(line.Fields);
                text.AddRange(pending.Where(candidate => !fields.Authors.Contains(PersonName.Recase(candidate.Line.Text))));
                pending.Clear();
                (start, rest) = (i + 1, line.Rest);
                continue;
            }

            blocks += i == 0 || lines[i - 1].IsBlank || !layout.IsWrapped || pending.Count == 0 ? 1 : 0;
            pending.Add((lines[i], i));
            if (blocks > MaxTextBlocks || text.Count + pending.Count > MaxTextLines || lines[i].Text.Length > MaxTextLength)
            {
                break;
            }
        }

        var body = new List<TextLine>();
        if (fields.Title is null && text.Count > 0)
        {
            TakeTitleAboveHeader(fields, text);
        }

        AddText(body, text.Select(entry => entry.Line), fields.Title);
        body.AddRange(rest is null ? [] : (IEnumerable<TextLine>)[TextLine.Of(rest)]);
        body.AddRange(lines.Skip(start));
        if (fields.Title is null)
        {
            TakeTitleAboveBody(fields, body, layout);
        }

        fields.Title = fields.Title is null ? null : TitleLine.Clean(fields.Title);
        return new Header(fields, body);
    }

    /// <summary>Reads a line of the header; a person's name counts as one between title and date.</summary>
    private static HeaderLine? ReadLine(IReadOnlyList<TextLine> lines, int index, List<(TextLine Line, int Index)> pending)
    {
        var line = HeaderLine.Read(lines[index].Text);
        if (line is { Fields.Published: not null, Rest: null } && pending.Count >= 2 && PersonName.IsLikely(pending[^1].Line.Text) && !lines[pending[^1].Index].IsBlank)
        {
            line.Fields.Authors.Add(PersonName.Recase(pending[^1].Line.Text));
        }

        return line;
    }

    /// <summary>Tells whether a line of a wrapped file goes on from the one above, so that a date in it is part of a sentence.</summary>
    private static bool IsInsideParagraph(IReadOnlyList<TextLine> lines, int index, WrapLayout layout, List<(TextLine Line, int Index)> pending) =>
        layout.IsWrapped && index > 0 && pending.Count > 0 && pending[^1].Index == index - 1
        && (layout.IsFull(lines[index - 1], lines[index]) || char.IsLower(lines[index].Text[0]))
        && !lines[index].Text.StartsWith("by ", StringComparison.OrdinalIgnoreCase);

    private static void TakeTitleAboveHeader(HeaderFields fields, List<(TextLine Line, int Index)> text)
    {
        var count = 1;
        while (count < text.Count && count < MaxTitleLines && text[count].Index == text[count - 1].Index + 1 && WrapLayout.Continues(text[count - 1].Line, text[count].Line))
        {
            count++;
        }

        var title = string.Join(' ', text.Take(count).Select(entry => entry.Line.Text));
        if (TitleLine.IsTitleAboveHeader(title))
        {
            fields.Title = title;
            text.RemoveRange(0, count);
        }
    }

    private static void TakeTitleAboveBody(HeaderFields fields, List<TextLine> body, WrapLayout layout)
    {
        var first = body.FindIndex(line => !line.IsBlank);
        if (first < 0)
        {
            return;
        }

        // In a wrapped file a title may go over several lines; then a blank line must follow.
        var end = first + 1;
        while (layout.IsWrapped && end < body.Count && !body[end].IsBlank && end - first < MaxTitleLines)
        {
            end++;
        }

        if (end < body.Count && !body[end].IsBlank)
        {
            end = first + 1;
        }

        var next = body.FindIndex(end, line => !line.IsBlank);
        if (next < 0)
        {
            return;
        }

        var title = string.Join(' ', body.Skip(first).Take(end - first).Select(line => line.Text));
        var spaced = next > end;
        if (layout.IsWrapped && !spaced && layout.IsFull(body[first], body[next]))
        {
            return;
        }

        if (TitleLine.IsTitleAboveBody(title, Paragraph(body, next, layout), spaced))
        {
            fields.Title = title;
            body.RemoveRange(0, end);
        }
    }

    /// <summary>Returns the paragraph that starts at a line, as far as it matters here.</summary>
    private static string Paragraph(List<TextLine> lines, int start, WrapLayout layout)
    {
        var text = new StringBuilder(lines[start].Text);
        for (var i = start + 1; layout.IsWrapped && i < lines.Count && !lines[i].IsBlank && text.Length < 1000; i++)
        {
            text.Append(' ').Append(lines[i].Text);
        }

        return text.ToString();
    }

    /// <summary>Keeps lines that stood among the header's and are text; a second copy of the title is not.</summary>
    private static void AddText(List<TextLine> body, IEnumerable<TextLine> text, string? title)
    {
        foreach (var line in text)
        {
            if (!string.Equals(line.Text, title, StringComparison.OrdinalIgnoreCase))
            {
                body.Add(line);
            }
        }

        if (body.Count > 0)
        {
            body.Add(TextLine.Blank);
        }
    }
}
