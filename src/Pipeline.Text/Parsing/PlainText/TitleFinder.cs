using System.Text;
using Pipeline.Text.Parsing.Elements;

namespace Pipeline.Text.Parsing.PlainText;

/// <summary>Takes the title out of the lines at the top of a file; in a wrapped file it may go over several.</summary>
internal sealed class TitleFinder(WrapLayout layout)
{
    private const int MaxLines = 3;

    // What has fewer items is no list. As a list under a marked title must have to be an article.
    private const int MinListItems = 3;

    // Captions and highlights may stand between a title and its article.
    private const int OpeningParagraphs = 3;

    private static readonly LineHyphenation Hyphenation = new(string.Empty);

    /// <summary>Takes the title out of lines that a byline or a date follows; null where they are a paragraph.</summary>
    /// <param name="text">The lines.</param>
    /// <param name="adjacent">How many of them, from the first on, have nothing between.</param>
    public string? TakeAboveHeader(List<TextLine> text, int adjacent)
    {
        var count = 1;
        while (count < Math.Min(adjacent, MaxLines)
            && (WrapLayout.Continues(text[count - 1], text[count]) || (layout.IsWrapped && layout.IsFull(text[count - 1], text[count]))))
        {
            count++;
        }

        var title = Join(text.Take(count));
        if (!TitleLine.IsTitleAboveHeader(title))
        {
            return null;
        }

        text.RemoveRange(0, count);
        return title;
    }

    /// <summary>Takes the title out of lines that the body follows; null where they start with a paragraph.</summary>
    public string? TakeAboveBody(List<TextLine> body)
    {
        var first = body.FindIndex(line => !line.IsBlank && !ClosingMatter.IsFurniture(line.Text) && !ClosingMatter.IsButton(line.Text));
        if (first < 0)
        {
            return null;
        }

        var end = TitleEnd(body, first);
        var next = body.FindIndex(end, line => !line.IsBlank);
        if (next < 0 || (layout.IsWrapped && next == end && layout.IsFull(body[first], body[next])))
        {
            return null;
        }

        var title = Join(body.Take(first..end));
        if (!TitleLine.IsTitleAboveBody(title, Opening(body, next), next > end) && !(TitleLine.CanBeTitle(title) && IsList(body, next)))
        {
            return null;
        }

        body.RemoveRange(0, string.Equals(body[next].Text, title, StringComparison.OrdinalIgnoreCase) ? next + 1 : end);
        return title;
    }

    /// <summary>Returns the index past the title's last line: several only in a wrapped file, and only above a blank line.</summary>
    private int TitleEnd(List<TextLine> body, int first)
    {
        var end = first + 1;
        while (layout.IsWrapped && end < body.Count && !body[end].IsBlank && end - first < MaxLines)
        {
            end++;
        }

        return end < body.Count && !body[end].IsBlank ? first + 1 : end;
    }

    /// <summary>Tells whether the rest is a list, and no line of prose beside it.</summary>
    private static bool IsList(List<TextLine> lines, int start) =>
        ListMarker.Length(lines[start].Text) > 0
        && lines.Skip(start).Count(line => ListMarker.Length(line.Text) > 0) >= MinListItems
        && lines.Skip(start).All(line => line.IsBlank || ListMarker.Length(line.Text) > 0 || !SentenceShape.IsProse(line.Text));

    /// <summary>Returns the longest of the first paragraphs.</summary>
    private string Opening(List<TextLine> lines, int start)
    {
        var longest = string.Empty;
        for (var (i, count) = (start, 0); i < lines.Count && count < OpeningParagraphs; i++)
        {
            if (!lines[i].IsBlank && (i == start || lines[i - 1].IsBlank || !layout.IsWrapped))
            {
                var paragraph = Paragraph(lines, i);
                longest = paragraph.Length > longest.Length ? paragraph : longest;
                count++;
            }
        }

        return longest;
    }

    /// <summary>Returns the paragraph that starts at a line, as far as it matters here.</summary>
    private string Paragraph(List<TextLine> lines, int start)
    {
        const int Enough = 1000;
        var text = new StringBuilder(lines[start].Text);
        for (var i = start + 1; layout.IsWrapped && i < lines.Count && !lines[i].IsBlank && text.Length < Enough; i++)
        {
            text.Append(' ').Append(lines[i].Text);
        }

        return text.ToString();
    }

    private static string Join(IEnumerable<TextLine> lines)
    {
        var joined = new StringBuilder();
        foreach (var line in lines)
        {
            Hyphenation.Append(joined, line.Text);
        }

        return joined.ToString();
    }
}
