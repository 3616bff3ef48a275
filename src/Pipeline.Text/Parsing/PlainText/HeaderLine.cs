using Pipeline.Text.Parsing.Dates;
using Pipeline.Text.Parsing.Structure;

namespace Pipeline.Text.Parsing.PlainText;

/// <summary>A line above the body, read as what it says of the article.</summary>
/// <param name="Fields">What it says.</param>
/// <param name="Rest">Text of the article that follows on the same line, or null.</param>
internal sealed record HeaderLine(HeaderFields Fields, string? Rest = null)
{
    // Lines above the body are short; a longer one can only be a date in front of a paragraph. Chosen.
    private const int MaxLength = 200;
    private const int MaxPlaceLength = 30;
    private const int MinRestLength = 20;

    private static readonly string[] Separators = ["|", "•", "·", " / ", " — ", " – ", " - "];

    /// <summary>Reads a line, or returns null where it is none of the header's.</summary>
    public static HeaderLine? Read(string line)
    {
        var fields = new HeaderFields();
        if (line.Length <= MaxLength)
        {
            if (HeaderLabels.Split(line) is { } labelled && ReadLabelled(labelled.Label, labelled.Value, fields) is { } result)
            {
                return result;
            }

            if (TryReadPart(line, fields, withName: false) || TryReadParts(line, fields))
            {
                return new HeaderLine(fields);
            }
        }

        return ReadGluedDate(line);
    }

    private static HeaderLine? ReadLabelled(HeaderLabel label, string value, HeaderFields fields)
    {
        switch (label)
        {
            case HeaderLabel.Title when value.Length > 0:
                fields.Title = value;
                break;
            case HeaderLabel.Author when BylineParser.ParseNames(value) is { } byline:
                TakeByline(byline, fields);
                break;
            case HeaderLabel.Author when value.Length is > 0 and <= 60 && !SentenceShape.EndsSentence(value):
                fields.Authors.Add(value);
                break;
            case HeaderLabel.Source when value.Length is > 0 and <= 80:
                fields.Source = value;
                break;
            case HeaderLabel.Url when LooksLikeUrl(value):
                fields.Url = value;
                break;
            case HeaderLabel.Body:
                return new HeaderLine(fields, value);
            case HeaderLabel.Other when value.Length > 0 && !SentenceShape.IsProse(value):
                break;
            case HeaderLabel.Published or HeaderLabel.Updated when value.Length <= 60 && TryReadDate(value, label, fields):
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
    private static bool TryReadParts(string line, HeaderFields fields)
    {
        var parts = line.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2)
        {
            return false;
        }

        var known = 0;
        foreach (var part in parts)
        {
            if (TryReadPart(part, fields, withName: false))
            {
                known++;
            }
            else if (!TryReadPart(part, fields, withName: true))
            {
                return false;
            }
        }

        return known > 0;
    }

    private static bool TryReadPart(string part, HeaderFields fields, bool withName)
    {
        if (LooksLikeUrl(part))
        {
            fields.Url ??= part;
            return true;
        }

        if (BylineParser.Parse(part) is { } byline)
        {
            TakeByline(byline, fields);
            return true;
        }

        if (HeaderLabels.FindDateWord(part) is { } word && TryReadDate(part[word.Length..], word.Label, fields))
        {
            return true;
        }

        if (TryReadDate(part, HeaderLabel.Published, fields) || IsReadingTime(part))
        {
            return true;
        }

        if (NewsAgencies.IsKnown(part.Trim('(', ')')))
        {
            fields.Source ??= part.Trim('(', ')');
            return true;
        }

        if (!withName)
        {
            return ReadsNameAndRole(part, fields);
        }

        // A time that a bar parts from its date, a name or an outlet's name beside other facts.
        var scanner = new TextScanner(part);
        if (TimeOfDayParser.TryRead(ref scanner, out var time, out var offset) && scanner.Rest.IsEmpty)
        {
            fields.Published = fields.Published is { Time: null } date ? date with { Time = time, Offset = offset } : fields.Published;
            return true;
        }

        if (NewsAgencies.LooksLikeOutlet(part))
        {
            fields.Source ??= part;
            return true;
        }

        if (!PersonName.IsLikely(part))
        {
            return false;
        }

        fields.Authors.Add(PersonName.Recase(part));
        return true;
    }

    /// <summary>Reads <c>Jane Doe, Staff Writer</c> and <c>Jane Doe, Associated Press</c>.</summary>
    private static bool ReadsNameAndRole(string part, HeaderFields fields)
    {
        var comma = part.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0 || !PersonName.IsLikely(part[..comma]) || BylineParser.ParseNames(part) is not { Authors.Count: 1 } byline
            || (byline.Source is null && !part.EndsWith("writer", StringComparison.OrdinalIgnoreCase) && !part.EndsWith("reporter", StringComparison.OrdinalIgnoreCase) && !part.EndsWith("correspondent", StringComparison.OrdinalIgnoreCase)))
        {
            return false;
        }

        TakeByline(byline, fields);
        return true;
    }

    private static bool TryReadDate(string text, HeaderLabel label, HeaderFields fields)
    {
        text = CutRemark(text);
        if (!PublicationDateParser.TryParse(text, out var date))
        {
            // "Geneva, 17 November 2023", "Reuters, Nov. 17, 2023"
            var comma = text.IndexOf(',', StringComparison.Ordinal);
            if (comma is <= 1 or > MaxPlaceLength || !char.IsUpper(text[0]) || text.AsSpan(0, comma).ContainsAnyInRange('0', '9') || !PublicationDateParser.TryParse(text.AsSpan(comma + 1), out date))
            {
                return false;
            }

            var place = text[..comma];
            fields.Source ??= NewsAgencies.IsKnown(place) ? place : null;
        }

        if (label == HeaderLabel.Updated)
        {
            fields.Updated ??= date;
        }
        else
        {
            fields.Published ??= date;
        }

        return true;
    }

    /// <summary>Takes off a short remark in brackets: <c>Nov. 17, 2023 (updated 2 hours ago)</c>.</summary>
    private static string CutRemark(string text)
    {
        var bracket = text.LastIndexOf('(');
        return bracket > 8 && text.EndsWith(')') && text.Length - bracket > 6 ? text[..bracket].TrimEnd() : text;
    }

    /// <summary>
    /// Reads a date that stands in front of a paragraph or a title on the same line: announced by a word (<c>date 2023-11-17 In a bid …</c>),
    /// in ISO form, or parted from it by a dash.
    /// </summary>
    private static HeaderLine? ReadGluedDate(string line)
    {
        var word = HeaderLabels.FindDateWord(line);
        var start = word?.Length ?? 0;
        if (!PublicationDateParser.TryParsePrefix(line.AsSpan(start), out var date, out var length))
        {
            return null;
        }

        var rest = line.AsSpan(start + length);
        var text = rest.TrimStart(" -–—|:,.");
        var parted = rest.TrimStart(' ') is ['-' or '–' or '—' or '|' or ':', ..];
        var iso = char.IsAsciiDigit(line[start]) && char.IsAsciiDigit(line[start + 3]);
        var opening = text.TrimStart("\"'“‘«(");
        if (text.Length < MinRestLength || !(word is not null || parted || iso) || opening.IsEmpty || char.IsLower(opening[0]) || rest[0] is not (' ' or '-' or '–' or '—' or '|' or ':'))
        {
            return null;
        }

        var fields = new HeaderFields();
        if (word?.Label == HeaderLabel.Updated)
        {
            fields.Updated = date;
        }
        else
        {
            fields.Published = date;
        }

        return new HeaderLine(fields, text.ToString());
    }

    private static void TakeByline(Byline byline, HeaderFields fields)
    {
        fields.Authors.AddRange(byline.Authors.Where(author => !fields.Authors.Contains(author)));
        fields.Source ??= byline.Source;
        fields.Published ??= byline.Published;
    }

    private static bool LooksLikeUrl(string text) =>
        !text.Contains(' ', StringComparison.Ordinal) && Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    /// <summary>Tells whether the text is a remark such as <c>5 min read</c>.</summary>
    private static bool IsReadingTime(string part) =>
        part.Length <= 25 && char.IsAsciiDigit(part[0]) && part.EndsWith("read", StringComparison.OrdinalIgnoreCase) && part.Contains("min", StringComparison.OrdinalIgnoreCase);
}
