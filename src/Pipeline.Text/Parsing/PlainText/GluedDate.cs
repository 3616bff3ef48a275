using Pipeline.Text.Parsing.Dates;

namespace Pipeline.Text.Parsing.PlainText;

/// <summary>A date in front of a paragraph or a title on the same line.</summary>
internal static class GluedDate
{
    private const int MinRestLength = 20;

    /// <summary>
    /// Reads such a line: the date is announced by a word (<c>date 2023-11-17 In a bid …</c>), in ISO form, with its day of the week,
    /// or parted from the text by a dash. Null where there is none.
    /// </summary>
    public static HeaderLine? Read(string line)
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
        var sure = (char.IsAsciiDigit(line[start]) && char.IsAsciiDigit(line[start + 3])) || StartsWithDayOfWeek(line.AsSpan(start));
        var opening = text.TrimStart("\"'“‘«(");
        if (text.Length < MinRestLength || !(word is not null || parted || sure) || opening.IsEmpty || char.IsLower(opening[0]) || rest[0] is not (' ' or '-' or '–' or '—' or '|' or ':'))
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

    private static bool StartsWithDayOfWeek(ReadOnlySpan<char> text)
    {
        var scanner = new TextScanner(text);
        return MonthNames.IsDayOfWeek(scanner.ReadLetters());
    }
}
