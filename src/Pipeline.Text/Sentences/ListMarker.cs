namespace Pipeline.Text.Sentences;

/// <summary>The mark before an item of a list: "1.", "2.)", "b.", "•", "- ".</summary>
/// <param name="End">The offset past the mark, or where it was looked for when there is none.</param>
/// <param name="Exists">Whether there is one.</param>
/// <param name="Next">The ordinal that the next item would have: a number, or a letter's code; 0 for bullets and for none.</param>
internal readonly record struct ListMarker(int End, bool Exists, int Next)
{
    /// <summary>Reads the mark at an offset.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The offset, not at white space.</param>
    public static ListMarker ReadAt(ReadOnlySpan<char> text, int start)
    {
        var i = start;
        var bullet = i < text.Length && text[i] is '•' or '⁃' or '◦' or '▪' or '‣' or '·'
            || (i + 1 < text.Length && text[i] is '-' or '*' or '–' && text[i + 1] == ' ');
        if (bullet)
        {
            i = SentenceSplitter.SkipWhiteSpace(text, i + 1);
        }

        var ordinal = ReadOrdinal(text, ref i);
        return ordinal >= 0 ? new ListMarker(i, true, ordinal + 1)
            : bullet ? new ListMarker(i, true, 0)
            : new ListMarker(start, false, 0);
    }

    /// <summary>Says whether the mark of the next item stands at an offset: "2." in "1. Milk 2. Bread".</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The offset, not at white space.</param>
    public bool IsFollowedBy(ReadOnlySpan<char> text, int start)
    {
        if (Next == 0)
        {
            return false;
        }

        var next = ReadAt(text, start);
        return next.Exists && next.Next == Next + 1;
    }

    // One to three digits or a small letter, then a full stop, a bracket or both, then white space.
    private static int ReadOrdinal(ReadOnlySpan<char> text, ref int i)
    {
        var at = i;
        var value = 0;
        while (at < text.Length && at - i < 3 && char.IsAsciiDigit(text[at]))
        {
            value = (value * 10) + (text[at] - '0');
            at++;
        }

        if (at == i && at < text.Length && char.IsAsciiLetterLower(text[at]))
        {
            value = text[at++];
        }

        var marks = at;
        while (at < text.Length && at - marks < 2 && text[at] is '.' or ')')
        {
            at++;
        }

        if (marks == i || at == marks || at >= text.Length || !char.IsWhiteSpace(text[at]))
        {
            return -1;
        }

        i = at;
        return value;
    }
}
