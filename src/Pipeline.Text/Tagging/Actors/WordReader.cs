namespace Pipeline.Text.Tagging.Actors;

/// <summary>Cuts a sentence into words. Acronyms ("U.S.") and initials ("J.") keep their full stops; hyphens part words.</summary>
internal static class WordReader
{
    /// <summary>Reads the words of a part of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="span">The part.</param>
    public static List<Word> Read(ReadOnlySpan<char> text, TextSpan span)
    {
        var words = new List<Word>();
        Read(text, span, words);
        return words;
    }

    /// <summary>Reads the words of a part of a text into a list, which is emptied first.</summary>
    /// <param name="text">The text.</param>
    /// <param name="span">The part.</param>
    /// <param name="words">Where the words go.</param>
    public static void Read(ReadOnlySpan<char> text, TextSpan span, List<Word> words)
    {
        words.Clear();
        var i = span.Start;
        var gapStart = i;
        while (i < span.End)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }

            var gap = words.Count == 0 ? '*' : Gap(text[gapStart..i]);
            var end = ReadWord(text, i, span.End);
            var full = ReadPossessive(text, end, span.End);
            words.Add(new Word(i, end, full, gap));
            i = full;
            gapStart = i;
        }
    }

    private static char Gap(ReadOnlySpan<char> gap)
    {
        var mark = ' ';
        foreach (var c in gap)
        {
            if (char.IsWhiteSpace(c))
            {
                continue;
            }

            mark = (mark, c) switch
            {
                (' ', '-' or '‑') when gap.Length == 1 => '-',
                (' ', '.' or ',' or '(') => c,
                _ => '*',
            };
        }

        return mark;
    }

    private static int ReadWord(ReadOnlySpan<char> text, int start, int limit)
    {
        var i = start;
        var letters = 0;
        while (i < limit)
        {
            var c = text[i];
            if (char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                letters++;
                i++;
            }
            else if (c == '.' && letters == 1 && char.IsUpper(text[i - 1]))
            {
                // U.S., J.
                letters = 0;
                i++;
                if (i == limit || !char.IsUpper(text[i]))
                {
                    break;
                }
            }
            else if (i + 1 < limit && letters > 0 && char.IsLetterOrDigit(text[i + 1]) && (c == '&' || (c is '\'' or '’' && !IsPossessive(text, i, limit))))
            {
                i++;
            }
            else
            {
                break;
            }
        }

        return i;
    }

    private static int ReadPossessive(ReadOnlySpan<char> text, int i, int limit) =>
        i < limit && text[i] is '\'' or '’' && IsPossessive(text, i, limit) ? i + 2 : i;

    private static bool IsPossessive(ReadOnlySpan<char> text, int apostrophe, int limit) =>
        apostrophe + 1 < limit && text[apostrophe + 1] is 's' or 'S' && (apostrophe + 2 >= limit || !char.IsLetterOrDigit(text[apostrophe + 2]));
}
