using System.Buffers;
using System.Globalization;

namespace Pipeline.Text.Sentences;

/// <summary>Decides whether a terminator ends a sentence, from the word before it and the word after it.</summary>
internal static class SentenceEnd
{
    // "At 5 a.m. Mr. Smith": a time this close to the sentence's start opens it. Chosen on newspaper prose.
    private const int OpeningTimeWords = 4;

    // A word of so many small letters before a full stop is a word, not an unknown abbreviation.
    private const int WordLetters = 4;

    // How far a citation in brackets may reach: "…" (Smith 55).
    private const int CitationLength = 60;

    private static readonly SearchValues<char> DigitsAndHyphen = SearchValues.Create("0123456789-");

    /// <summary>Says whether the sentence that began at <paramref name="start"/> ends at <paramref name="end"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the sentence starts.</param>
    /// <param name="run">The terminators.</param>
    /// <param name="end">The offset past the terminators and what they close.</param>
    public static bool IsAt(ReadOnlySpan<char> text, int start, Terminator run, int end)
    {
        if (end == text.Length)
        {
            return true;
        }

        if (!char.IsWhiteSpace(text[end]))
        {
            return false;
        }

        var next = SentenceSplitter.SkipWhiteSpace(text, end);
        var opener = next;
        while (next < text.Length && IsOpener(text, next))
        {
            next++;
        }

        if (next == text.Length)
        {
            return true;
        }

        var word = WordAt(text, next);
        if (run.End == end && char.IsLower(text[next]) && next == opener)
        {
            return EndsBeforeSmallLetter(text, start, run, word);
        }

        if (run.End == end && next == opener && EndsBeforeDash(text, start, run, next))
        {
            return true;
        }

        if (!MayStart(text[next], word) || (run.End < end && text[opener] == '(' && IsCitation(text[opener..])) || (run.End < end && run.Strong && QuoteSpeaker.IsAt(text, next)))
        {
            return false;
        }

        if (run.Strong)
        {
            return !(run.End == end && text[run.Start] == '!' && Abbreviations.IsCompanyForm(word));
        }

        return run.IsEllipsis
            ? run.Dots > 3 || run.End - run.Start <= run.Dots || word is not ("I" or "I'm" or "I’m" or "I've" or "I’ve")
            : run.End < end || EndsAfter(text, start, run.Start, opener, next, word);
    }

    // Informal prose: "it is closed. they moved" ends after a plain word, or anywhere plain where the sentence itself began small.
    private static bool EndsBeforeSmallLetter(ReadOnlySpan<char> text, int start, Terminator run, ReadOnlySpan<char> nextWord)
    {
        if (MayStart(nextWord.IsEmpty ? 'a' : nextWord[0], nextWord))
        {
            return true;
        }

        if (run.Strong)
        {
            return run.End - run.Start > 1 || text[run.Start] == '?' || char.IsLower(text[start]);
        }

        var word = WordBefore(text, start, run.Start);
        return !run.IsEllipsis
            && Abbreviations.Classify(word) == AbbreviationKind.None
            && (word.Length >= WordLetters || (word.Length > 1 && (nextWord is "i" || char.IsLower(text[start]))))
            && (!word.ContainsAnyExceptInRange('a', 'z') || !word.ContainsAnyExcept(DigitsAndHyphen));
    }

    // "It closed. -- The editors", "It closed. - Next item"; not "NEWARK, N.J. -- The mayor", nor "“It closed.” -- The mayor".
    private static bool EndsBeforeDash(ReadOnlySpan<char> text, int start, Terminator run, int dash)
    {
        var next = dash;
        while (next < text.Length && char.GetUnicodeCategory(text[next]) == UnicodeCategory.DashPunctuation)
        {
            next++;
        }

        var after = SentenceSplitter.SkipWhiteSpace(text, next);
        var word = WordBefore(text, start, run.Start);
        return next > dash && after > next && after < text.Length && char.IsUpper(text[after])
            && word.Length > 2 && Abbreviations.Classify(word) == AbbreviationKind.None && !word.ContainsAnyExceptInRange('a', 'z');
    }

    private static bool IsCitation(ReadOnlySpan<char> text)
    {
        var close = text[..Math.Min(text.Length, CitationLength)].IndexOf(')');
        return close > 0 && close + 1 < text.Length && text[close + 1] == '.' && !text[..close].ContainsAny('.', '!', '?');
    }

    private static bool EndsAfter(ReadOnlySpan<char> text, int start, int stop, int opener, int next, ReadOnlySpan<char> nextWord)
    {
        var word = WordBefore(text, start, stop);
        var wordStart = stop - word.Length;
        if (word.IsEmpty)
        {
            return true;
        }

        if (word is ['a' or 'p' or 'A' or 'P', '.', 'm' or 'M'] or "am" or "pm" && char.IsAsciiDigit(PreviousCharacter(text, start, wordStart)))
        {
            return text[opener] != '(' && !Abbreviations.FollowsTimeOfDay(nextWord) && HasWords(text[start..wordStart], OpeningTimeWords - 1);
        }

        var previous = PreviousCharacter(text, start, wordStart);
        if (char.IsAsciiDigit(word[0]) && GermanOrdinal.Is(word, PreviousWord(text, start, wordStart), previous == ',', nextWord))
        {
            return false;
        }

        switch (Abbreviations.Classify(word[(word.LastIndexOfAny('-', '–') + 1)..]))
        {
            case AbbreviationKind.BeforeName:
                return false;
            case AbbreviationKind.BeforeNumber:
                // "No." alone is an answer; "no." and "art." in small letters before a capital end a sentence too.
                return !char.IsAsciiDigit(text[next]) && (word.Length > 2 ? char.IsLower(word[0]) || Abbreviations.IsSentenceStarter(nextWord) : !word.Equals("p", StringComparison.OrdinalIgnoreCase));
            case AbbreviationKind.Either when previous == ',' && text[opener] != '(' && Abbreviations.IsState(word):
                // Style sets commas on both sides of a state; where the second one is missing, the sentence ended.
                return !Abbreviations.IsOffice(nextWord);
            case AbbreviationKind.Either:
                return char.IsLower(word[0]) && !Known(word) || Abbreviations.IsSentenceStarter(nextWord);
        }

        if (word.Length == 1 && char.IsUpper(word[0]))
        {
            return EndsAfterInitial(text, start, wordStart, word[0], nextWord);
        }

        return !IsDottedAcronym(word) || Abbreviations.IsSentenceStarter(nextWord);
    }

    // In small letters "del", "la", "ill" and the like are words; these are abbreviations in any case.
    private static bool Known(ReadOnlySpan<char> word) => word is "co" or "cos" or "etc" or "al" or "est" or "ave" or "inc" or "corp" or "ltd" or "lbs" or "oz" or "mph";

    // "Albert I. Jones" and "J. K. Rowling" go on; "you and I. Did", "plan B. All" and "Vitamin C. The" end.
    private static bool EndsAfterInitial(ReadOnlySpan<char> text, int start, int wordStart, char initial, ReadOnlySpan<char> nextWord)
    {
        var previous = PreviousWord(text, start, wordStart);
        var afterSmallWord = !previous.IsEmpty && char.IsLower(previous[0]);
        return Abbreviations.IsNeverName(nextWord) || (afterSmallWord && (initial == 'I' || Abbreviations.IsSentenceStarter(nextWord)));
    }

    private static bool MayStart(char first, ReadOnlySpan<char> word)
    {
        if (char.IsLower(first))
        {
            // iPhone, eBay
            return word.Length > 2 && char.IsUpper(word[1]);
        }

        return char.GetUnicodeCategory(first) is not (UnicodeCategory.DashPunctuation or UnicodeCategory.ClosePunctuation or UnicodeCategory.FinalQuotePunctuation)
            && first is not (',' or ';' or ':' or '.' or '…' or '/' or '&' or '%');
    }

    private static bool IsDottedAcronym(ReadOnlySpan<char> word)
    {
        if (word.Length < 3 || (word.Length & 1) == 0)
        {
            return false;
        }

        for (var i = 0; i < word.Length; i++)
        {
            if ((i & 1) == 1 ? word[i] != '.' : !char.IsLetter(word[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsOpener(ReadOnlySpan<char> text, int i) =>
        text[i] is '"' or '\'' or '`' || char.GetUnicodeCategory(text[i]) is UnicodeCategory.OpenPunctuation or UnicodeCategory.InitialQuotePunctuation || PairedQuotation.OpensAt(text, i);

    private static bool IsWordCharacter(char c) => char.IsLetterOrDigit(c) || c is '.' or '\'' or '’' or '-' or '°';

    private static ReadOnlySpan<char> WordBefore(ReadOnlySpan<char> text, int start, int end)
    {
        var i = end;
        while (i > start && IsWordCharacter(text[i - 1]))
        {
            i--;
        }

        return text[i..end];
    }

    internal static ReadOnlySpan<char> WordAt(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && IsWordCharacter(text[end]))
        {
            end++;
        }

        return text[start..end].TrimEnd('.');
    }

    private static ReadOnlySpan<char> PreviousWord(ReadOnlySpan<char> text, int start, int i)
    {
        while (i > start && char.IsWhiteSpace(text[i - 1]))
        {
            i--;
        }

        return WordBefore(text, start, i);
    }

    private static char PreviousCharacter(ReadOnlySpan<char> text, int start, int i)
    {
        while (i > start && char.IsWhiteSpace(text[i - 1]))
        {
            i--;
        }

        return i > start ? text[i - 1] : '\0';
    }

    private static bool HasWords(ReadOnlySpan<char> text, int count)
    {
        var inWord = false;
        for (var i = 0; i < text.Length && count > 0; i++)
        {
            var space = char.IsWhiteSpace(text[i]);
            count -= !space && !inWord ? 1 : 0;
            inWord = !space;
        }

        return count == 0;
    }
}
