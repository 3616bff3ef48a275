namespace Pipeline.Text.Parsing.Dates;

/// <summary>A date inside a line of text.</summary>
/// <param name="Date">The date.</param>
/// <param name="Start">The offset of its first character.</param>
/// <param name="End">The offset behind its last.</param>
internal readonly record struct DateInText(PublicationDate Date, int Start, int End)
{
    /// <summary>Finds the first date at the start of a word, from an offset on.</summary>
    public static DateInText? Find(string text, int from, DayOrder order)
    {
        // A date without a digit is none, and most lines have none.
        if (!text.AsSpan(from).ContainsAnyInRange('0', '9') && !text.Any(char.IsDigit))
        {
            return null;
        }

        for (var i = from; i < text.Length; i++)
        {
            var starts = char.IsLetterOrDigit(text[i]) && (i == 0 || !char.IsLetterOrDigit(text[i - 1]) || Elements.SentenceShape.IsUnspaced(text[i - 1]));
            if (starts && PublicationDateParser.TryParsePrefix(text.AsSpan(i), order, out var date, out var length))
            {
                return new DateInText(date, i, i + length);
            }
        }

        return null;
    }
}
