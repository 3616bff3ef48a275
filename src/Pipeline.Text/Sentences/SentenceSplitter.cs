using System.Globalization;

namespace Pipeline.Text.Sentences;

/// <summary>
/// Splits news prose into sentences. A scanner by rule: it looks at each terminator and asks whether a sentence ends
/// there. Written for English; quotations and ordinals of other languages keep together, and the full stops of other scripts end sentences too.
/// </summary>
public static class SentenceSplitter
{
    private const string AddressStart = "http";

    /// <summary>Splits a text.</summary>
    /// <param name="text">Any text. A blank line always ends a sentence; a single line break does before a list marker only.</param>
    /// <returns>
    /// The sentences in reading order, without white space at either end; none is empty, and together they hold every
    /// character of the text but white space. Closing quotation marks and brackets belong to the sentence they close.
    /// </returns>
    public static IReadOnlyList<TextSpan> Split(ReadOnlySpan<char> text)
    {
        var sentences = new List<TextSpan>();
        var start = SkipWhiteSpace(text, 0);
        for (var end = NextEnd(text, start); end >= 0; end = NextEnd(text, start))
        {
            Add(text, start, end, sentences);
            start = SkipWhiteSpace(text, end);
        }

        Add(text, start, text.Length, sentences);
        return sentences;
    }

    /// <summary>Returns the offset just past the first sentence, its closing quotes included; -1 where no sentence ends inside the text.</summary>
    /// <param name="text">Any text.</param>
    public static int FirstEnd(ReadOnlySpan<char> text) => NextEnd(text, SkipWhiteSpace(text, 0));

    /// <summary>Returns the end of the sentence that starts at <paramref name="start"/>, or -1 where nothing but the text's end could end it.</summary>
    private static int NextEnd(ReadOnlySpan<char> text, int start)
    {
        var marker = ListMarker.ReadAt(text, start);
        var i = Math.Max(marker.End, start);
        while (i < text.Length)
        {
            var end = BoundaryAt(text, start, ref i, marker);
            if (end >= 0)
            {
                return end;
            }
        }

        return -1;
    }

    /// <summary>Returns the end of the sentence where one ends at <paramref name="i"/>, else -1; moves <paramref name="i"/> on.</summary>
    private static int BoundaryAt(ReadOnlySpan<char> text, int start, ref int i, ListMarker marker)
    {
        var c = text[i];
        if (char.IsWhiteSpace(c))
        {
            var next = SkipWhiteSpace(text, i);
            var lineBreaks = CountLineBreaks(text[i..next]);
            var ends = lineBreaks > 1 || marker.IsFollowedBy(text, next) || (lineBreaks == 1 && ListMarker.ReadAt(text, next).Exists) || IsBetweenAddresses(text, start, i, next);
            var here = i;
            i = next;
            return ends ? here : -1;
        }

        if (PairedQuotation.EndAt(text, i) is var close && close >= 0)
        {
            return BoundaryBehindQuotation(text, start, ref i, close);
        }

        if (Terminator.IsWide(c))
        {
            i = SkipClosers(text, i + 1);
            return i;
        }

        if (!Terminator.IsMark(c))
        {
            i++;
            return -1;
        }

        var run = Terminator.ReadAt(text, i);
        var end = SkipClosers(text, run.End);
        var ended = (run.Start > start || run.Strong) && SentenceEnd.IsAt(text, start, run, end);
        if (ended && run.LeadsIntoEllipsis && !char.IsWhiteSpace(text[run.Start - 1]) && end == run.End && end < text.Length)
        {
            // "It was left out. . . . It went on": the ellipsis stands for what came between, and opens the next sentence.
            end = run.Start + 1;
        }

        i = Math.Max(end, i + 1);
        return ended ? end : -1;
    }

    /// <summary>Returns the end of the sentence where the mark in front of a closing quotation mark ends it, else -1; moves <paramref name="i"/> behind the quotation.</summary>
    private static int BoundaryBehindQuotation(ReadOnlySpan<char> text, int start, ref int i, int close)
    {
        var opening = i;
        var last = close - 1;
        while (last > opening + 1 && (char.IsWhiteSpace(text[last - 1]) || IsCloser(text, last - 1)))
        {
            last--;
        }

        var end = SkipClosers(text, close);
        i = end;
        if (Terminator.IsWide(text[last - 1]))
        {
            return QuoteSpeaker.FollowsUnspaced(text, end) ? -1 : end;
        }

        var first = last;
        while (first - 1 > opening && Terminator.IsMark(text[first - 1]))
        {
            first--;
        }

        return first < last && SentenceEnd.IsAt(text, start, Terminator.ReadAt(text[..last], first), end) ? end : -1;
    }

    private static void Add(ReadOnlySpan<char> text, int start, int end, List<TextSpan> sentences)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            sentences.Add(TextSpan.FromBounds(start, end));
        }
    }

    private static int CountLineBreaks(ReadOnlySpan<char> gap)
    {
        var count = 0;
        for (var i = 0; i < gap.Length; i++)
        {
            if (gap[i] is '\n' or '\u2028' || (gap[i] == '\r' && (i + 1 == gap.Length || gap[i + 1] != '\n')))
            {
                count++;
            }
            else if (gap[i] == '\u2029')
            {
                count += 2;
            }
        }

        return count;
    }

    /// <summary>Says whether white space parts two web addresses, which is how a list of them reads.</summary>
    private static bool IsBetweenAddresses(ReadOnlySpan<char> text, int start, int gap, int next)
    {
        if (!text[next..].StartsWith(AddressStart, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var word = gap;
        while (word > start && !char.IsWhiteSpace(text[word - 1]))
        {
            word--;
        }

        return text[word..gap].StartsWith(AddressStart, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Returns the offset past closing quotation marks and brackets that touch a terminator.</summary>
    private static int SkipClosers(ReadOnlySpan<char> text, int i)
    {
        while (i < text.Length && IsCloser(text, i))
        {
            i++;
        }

        // French has a space before it.
        if (i + 1 < text.Length && i > 0 && char.IsWhiteSpace(text[i]) && text[i + 1] == '»' && IsCloser(text, i + 1))
        {
            return i + 2;
        }

        // Text that was cut into words has its closing quotation mark apart: He left. ' She stayed.
        return i + 2 < text.Length && i > 0 && text[i] == ' ' && text[i + 1] is '"' or '\'' && char.IsWhiteSpace(text[i + 2]) ? i + 2 : i;
    }

    // A straight quote closes unless a letter or digit follows it at once: in said."But it opens.
    private static bool IsCloser(ReadOnlySpan<char> text, int i) => text[i] switch
    {
        ')' or ']' or '}' => true,
        '"' or '\'' => i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1]),
        '’' => i + 1 == text.Length || !char.IsLetter(text[i + 1]),
        '“' or '«' or '»' => i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1]),
        var c => char.GetUnicodeCategory(c) == UnicodeCategory.FinalQuotePunctuation || c is '」' or '』' or '）',
    };

    internal static int SkipWhiteSpace(ReadOnlySpan<char> text, int i)
    {
        while (i < text.Length && char.IsWhiteSpace(text[i]))
        {
            i++;
        }

        return i;
    }
}
