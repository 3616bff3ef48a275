using Pipeline.Text.Parsing.Elements.Names;

namespace Pipeline.Text.Parsing.PlainText;

/// <summary>
/// Reads the lines above the body: title, byline, date, labelled lines, in any order. The header reaches to the last such
/// line that no more than a title and a standfirst stand above; where there is none, to the title.
/// </summary>
internal sealed class HeaderReader
{
    // A title of up to three lines and a standfirst. Chosen.
    private const int MaxTextLines = 4;
    private const int MaxTextBlocks = 2;
    private const int MaxHeaderLines = 20;

    // A longer line is a paragraph: nothing below it is header.
    private const int MaxTextLength = 250;

    private readonly List<TextLine> _lines;
    private readonly WrapLayout _layout;
    private readonly HeaderFields _fields = new();

    // Lines above the last header line that are text: a title, a standfirst; and those seen since.
    private readonly List<int> _text = [];
    private readonly List<int> _pending = [];

    private HeaderReader(IEnumerable<TextLine> lines, WrapLayout layout)
    {
        _lines = [.. lines];
        _layout = layout;
    }

    /// <summary>Reads the header of a file.</summary>
    public static Header Read(IReadOnlyList<TextLine> lines, WrapLayout layout) => new HeaderReader(lines, layout).Read();

    private Header Read()
    {
        var start = ReadLines();
        var title = new TitleFinder(_layout);
        List<TextLine> text = [.. _text.Select(index => _lines[index])];
        if (_fields.Title is null && text.Count > 0)
        {
            _fields.Title = title.TakeAboveHeader(text, Adjacent());
        }

        // What stood among the header's lines and is text comes first; a second copy of the title is none.
        text.RemoveAll(line => string.Equals(line.Text, _fields.Title, StringComparison.OrdinalIgnoreCase));
        List<TextLine> body = text.Count > 0 ? [.. text, TextLine.Blank] : [];
        body.AddRange(_lines.Skip(start));
        _fields.Title ??= title.TakeAboveBody(body);
        _fields.Title = _fields.Title is null ? null : TitleLine.Clean(_fields.Title);
        return new Header(_fields, body);
    }

    /// <summary>Reads lines while they can be header, and returns the index of the body's first.</summary>
    private int ReadLines()
    {
        var (start, blocks) = (0, 0);
        for (int i = 0, seen = 0; i < _lines.Count && seen < MaxHeaderLines; i++)
        {
            if (_lines[i].IsBlank)
            {
                continue;
            }

            seen++;
            if (!IsInsideParagraph(i) && HeaderLine.Read(_lines[i].Text) is { } line)
            {
                TakeNameAbove(line.Fields.Published is not null, line.Fields);
                Take(line.Fields);
                start = i + 1;
                if (line.Rest is not null)
                {
                    // The rest of the line keeps its width, which tells whether the line was full.
                    _lines[i] = _lines[i] with { Text = line.Rest, Indent = 0 };
                    start = i--;
                }

                continue;
            }

            if (_pending.Count > 0 && NewsAgencies.LooksLikeOutlet(_lines[i].Text) && TakeNameAbove(true, _fields))
            {
                Take(new HeaderFields { Source = BylineParser.ParseNames(_lines[i].Text)?.Source ?? _lines[i].Text });
                start = i + 1;
                continue;
            }

            blocks += i == 0 || _lines[i - 1].IsBlank || !_layout.IsWrapped || _pending.Count == 0 ? 1 : 0;
            _pending.Add(i);
            if (blocks > MaxTextBlocks || _text.Count + _pending.Count > MaxTextLines || _lines[i].Text.Length > MaxTextLength)
            {
                break;
            }
        }

        return start;
    }

    private void Take(HeaderFields fields)
    {
        _fields.Merge(fields);
        _text.AddRange(_pending);
        _pending.Clear();
    }

    /// <summary>Takes a line of names above a date or an outlet's name as byline; the first line of a file only where it cannot be the title.</summary>
    private bool TakeNameAbove(bool expected, HeaderFields fields)
    {
        if (!expected || _pending.Count == 0 || (_text.Count + _pending.Count == 1 && fields != _fields)
            || BylineParser.ParseNames(_lines[_pending[^1]].Text) is not { Authors.Count: > 0, Source: null } byline)
        {
            return false;
        }

        fields.Authors.AddRange(byline.Authors);
        _pending.RemoveAt(_pending.Count - 1);
        return true;
    }

    /// <summary>Tells whether a line of a wrapped file goes on from the one above, so that a date in it is part of a sentence.</summary>
    private bool IsInsideParagraph(int index) =>
        _layout.IsWrapped && _pending.Count > 0 && _pending[^1] == index - 1
        && (_layout.IsFull(_lines[index - 1], _lines[index]) || char.IsLower(_lines[index].Text[0]))
        && !_lines[index].Text.StartsWith("by ", StringComparison.OrdinalIgnoreCase);

    /// <summary>Counts the lines of text from the first on that no other line parts.</summary>
    private int Adjacent()
    {
        var count = 1;
        while (count < _text.Count && _text[count] == _text[count - 1] + 1)
        {
            count++;
        }

        return count;
    }
}
