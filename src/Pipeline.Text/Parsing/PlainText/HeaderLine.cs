using Pipeline.Text.Parsing.Elements;
using Pipeline.Text.Parsing.Elements.Names;

namespace Pipeline.Text.Parsing.PlainText;

/// <summary>A line above the body, read as what it says of the article.</summary>
/// <param name="Fields">What it says.</param>
/// <param name="Rest">Text of the article that follows on the same line, or null.</param>
internal sealed record HeaderLine(HeaderFields Fields, string? Rest = null)
{
    // Lines above the body are short; a longer one can only be a date in front of a paragraph. Chosen.
    private const int MaxLength = 200;
    private const int MaxSourceWords = 6;

    private static readonly string[] Separators = ["|", "•", "·", " / ", " — ", " – ", " - "];

    /// <summary>Reads a line, or returns null where it is none of the header's.</summary>
    public static HeaderLine? Read(string line)
    {
        if (line.Length > MaxLength)
        {
            return GluedDate.Read(line);
        }

        var isCaption = PhotoCredit.IsIn(line);
        return (isCaption ? null : ReadParts(line))
            ?? (HeaderLabels.Split(line) is { } labelled ? ReadLabelled(labelled.Label, labelled.Value) : null)
            ?? (isCaption ? null : ReadWhole(line))
            ?? GluedDate.Read(line);
    }

    private static HeaderLine? ReadWhole(string line)
    {
        var fields = new HeaderFields();
        return HeaderPart.TryRead(line, fields, withName: false) ? new HeaderLine(fields) : null;
    }

    private static HeaderLine? ReadLabelled(HeaderLabel label, string value)
    {
        var fields = new HeaderFields();
        value = label == HeaderLabel.Author ? BylineOpening.Cut(value) : value;
        switch (label)
        {
            case HeaderLabel.Title when value.Length > 0:
                fields.Title = value;
                break;
            case HeaderLabel.Author when BylineParser.ParseNames(value) is { } byline:
                HeaderPart.TakeByline(byline, fields);
                break;
            case HeaderLabel.Author when value.Length is > 0 and <= 60 && !SentenceShape.EndsSentence(value):
                fields.Authors.Add(value);
                break;
            case HeaderLabel.Source when value.Length > 0 && value.AsSpan().Count(' ') < MaxSourceWords:
                fields.Source = value;
                break;
            case HeaderLabel.Url when HeaderPart.LooksLikeUrl(value):
                fields.Url = value;
                break;
            case HeaderLabel.Body:
                return new HeaderLine(fields, value);
            case HeaderLabel.Other when value.Length > 0 && !SentenceShape.IsProse(value):
                break;
            case HeaderLabel.Published or HeaderLabel.Updated when value.Length <= 60 && HeaderPart.TryReadDate(value, label, fields):
                break;
            case HeaderLabel.Published or HeaderLabel.Updated when value.Length <= 40 && value.Any(char.IsDigit):
                // It announces a date, but there is none that can be trusted.
                break;
            default:
                return null;
        }

        return new HeaderLine(fields);
    }

    /// <summary>Reads a line whose parts between bars, dots or dashes each say something: <c>Jane Doe | Reuters | Nov. 17, 2023</c>.</summary>
    private static HeaderLine? ReadParts(string line)
    {
        var parts = line.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2)
        {
            return null;
        }

        var fields = new HeaderFields();
        var known = 0;
        foreach (var part in parts)
        {
            if (HeaderPart.TryRead(part, fields, withName: false))
            {
                known++;
            }
            else if (!HeaderPart.TryRead(part, fields, withName: true))
            {
                return null;
            }
        }

        return known > 0 ? new HeaderLine(fields) : null;
    }
}
