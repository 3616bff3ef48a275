using Pipeline.Text.Parsing.Dates;
using Pipeline.Text.Parsing.Elements.Fields;
using Pipeline.Text.Parsing.Elements.Names;

namespace Pipeline.Text.Parsing.PlainText;

/// <summary>One fact of a line above the body: an address, a byline, a date, an agency, a name.</summary>
internal static class HeaderPart
{
    private const int MaxPlaceLength = 30;

    private static readonly string[] ReadingWords = ["read", "lecture", "lesezeit", "leestijd", "lectura", "lettura", "leitura", "lästid", "læsetid", "lesetid", "czytania", "okuma"];

    /// <summary>Reads a part into the fields; false where it is no such fact.</summary>
    /// <param name="part">The text between two separators, or a whole line.</param>
    /// <param name="fields">Takes what it says.</param>
    /// <param name="withName">Also takes what is sure only beside other facts: a bare name, a bare time, an outlet.</param>
    public static bool TryRead(string part, HeaderFields fields, bool withName)
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

        if (HeaderDates.TryRead(part, fields))
        {
            return true;
        }

        if (TryReadDate(part, HeaderLabel.Published, fields) || IsRemark(part))
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
        if (comma < 0 || !PersonName.IsLikely(part[..comma]) || BylineParser.ParseNames(part) is not { Authors: [var author] } byline || author != PersonName.Recase(part[..comma])
            || (byline.Source is null && !part.EndsWith("writer", StringComparison.OrdinalIgnoreCase) && !part.EndsWith("reporter", StringComparison.OrdinalIgnoreCase) && !part.EndsWith("correspondent", StringComparison.OrdinalIgnoreCase)))
        {
            return false;
        }

        TakeByline(byline, fields);
        return true;
    }

    /// <summary>Reads a date, with or without the place or the agency in front of it.</summary>
    public static bool TryReadDate(string text, HeaderLabel label, HeaderFields fields)
    {
        text = CutRemark(text.StartsWith("on ", StringComparison.OrdinalIgnoreCase) ? text[3..] : text);
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
        return bracket > 8 && text.EndsWith(')') && (text.AsSpan(bracket + 1).StartsWith("updated", StringComparison.OrdinalIgnoreCase) || text.EndsWith(" ago)", StringComparison.OrdinalIgnoreCase))
            ? text[..bracket].TrimEnd()
            : text;
    }

    /// <summary>Takes over what a byline says.</summary>
    public static void TakeByline(Byline byline, HeaderFields fields)
    {
        fields.Authors.AddRange(byline.Authors.Where(author => !fields.Authors.Contains(author)));
        fields.Source ??= byline.Source;
        fields.Published ??= byline.Published;
    }

    /// <summary>Tells whether the text is an address of the web.</summary>
    public static bool LooksLikeUrl(string text) =>
        WebAddress.Parse(text) is not null;

    /// <summary>Tells whether the text is a remark such as <c>5 min read</c> or <c>2 hours ago</c>: relative to a moment that nobody knows.</summary>
    private static bool IsRemark(string part) =>
        part.Length <= 35 && part.Any(char.IsAsciiDigit)
        && (part.EndsWith(" ago", StringComparison.OrdinalIgnoreCase) || (part.Contains("min", StringComparison.OrdinalIgnoreCase) && Array.Exists(ReadingWords, word => part.Contains(word, StringComparison.OrdinalIgnoreCase))));
}
