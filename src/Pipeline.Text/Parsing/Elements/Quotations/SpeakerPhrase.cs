using System.Collections.Frozen;
using Pipeline.Text.Parsing.Dates;

namespace Pipeline.Text.Parsing.Elements.Quotations;

/// <summary>The words that name a speaker.</summary>
/// <param name="Span">Where they stand.</param>
/// <param name="IsPronoun">Whether they only stand for somebody named before.</param>
internal readonly record struct Speaker(TextSpan Span, bool IsPronoun);

/// <summary>Reads the phrase that names a speaker, beside a verb that reports speech.</summary>
/// <param name="text">The text.</param>
/// <param name="words">The words of its language.</param>
/// <param name="tokens">The tokens of the prose beside the quotation.</param>
internal sealed class SpeakerPhrase(string text, ReportingWords words, List<ReportToken> tokens)
{
    private const int MaxApposition = 16;
    private const int MaxNounPhrase = 9;
    private const int MaxTitle = 5;
    private const int MaxSkipped = 4;

    // What opens a sentence with a capital and is no name.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NotNames =
        ("but and in on the as when yet still meanwhile however later then also after before while if so for at by from with to this that these those there here now today yesterday tomorrow "
        + "last earlier both although though because since despite instead even not no who what why how where i it we you they he she his her its their our my asked or speaking according "
        + "aber und auch mais et pero y mas e ma en maar но а и").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads the phrase that ends before a token: <c>Jane Doe, the minister, also [said]</c>.</summary>
    /// <param name="low">The first token that may belong to it.</param>
    /// <param name="verb">The token.</param>
    /// <param name="first">The first token of the phrase.</param>
    public Speaker? Before(int low, int verb, out int first)
    {
        first = verb;
        var i = verb - 1;
        for (var skipped = 0; i >= low && IsWord(i) && words.IsAuxiliary(Word(i)) && skipped < MaxSkipped; skipped++)
        {
            i--;
        }

        // "rejected the plan and said", "was told": the subject is elsewhere.
        if (i < low || (IsWord(i) && (words.IsPassive(Word(i)) || words.IsEnd(Word(i)))))
        {
            return null;
        }

        if (tokens[i].Kind == ReportTokenKind.Comma)
        {
            i = BeforeApposition(low, i);
        }

        return i < low || !IsWord(i) ? null : EndingAt(low, i, out first);
    }

    /// <summary>Reads the phrase that starts at a token: <c>[said] the minister, Jane Doe</c>.</summary>
    public Speaker? After(int start)
    {
        if (!IsWord(start) || words.IsOtherPronoun(Word(start)))
        {
            return null;
        }

        if (words.IsPronoun(Word(start)))
        {
            return new Speaker(Span(start, start), IsPronoun: true);
        }

        if (IsName(start))
        {
            return NameFrom(start);
        }

        var article = words.IsArticle(Word(start));
        var end = start;
        while (IsWord(end + 1) && end - start < MaxNounPhrase && !words.IsEnd(Word(end + 1)) && !words.IsVerb(Word(end + 1)))
        {
            end++;
            if (IsName(end) && end - start <= MaxTitle && !(article && end == start + 1) && !words.IsLink(Word(end - 1)) && !words.IsArticle(Word(end - 1)))
            {
                return NameFrom(end);
            }
        }

        return (article && end > start) || words.IsGroup(Word(start)) ? new Speaker(Span(start, end), IsPronoun: false) : null;
    }

    /// <summary>Reads the phrase with which a sentence starts, where a verb follows it.</summary>
    public Speaker? AtStart(int low)
    {
        if (!IsWord(low))
        {
            return null;
        }

        if (words.IsPronoun(Word(low)))
        {
            return new Speaker(Span(low, low), IsPronoun: true);
        }

        if (!IsName(low) || NotNames.Contains(Word(low)) || NameFrom(low) is not { } name)
        {
            return null;
        }

        var next = low;
        while (next < tokens.Count && tokens[next].Start < name.Span.End)
        {
            next++;
        }

        // A single capital at the start of a sentence may be any word; a comma or a link after it says that it is none that acts.
        return IsWord(next) && !words.IsLink(Word(next)) && !words.IsEnd(Word(next)) && Word(low) is not [.., 'i', 'n', 'g'] && Word(low) is not [.., 'e', 'd'] ? name : null;
    }

    /// <summary>Tells whether a token is a word.</summary>
    public bool IsWord(int index) => index >= 0 && index < tokens.Count && tokens[index].Kind == ReportTokenKind.Word;

    /// <summary>Returns a token's text.</summary>
    public ReadOnlySpan<char> Word(int index) => text.AsSpan(tokens[index].Start, tokens[index].End - tokens[index].Start);

    private Speaker? EndingAt(int low, int end, out int first)
    {
        first = end;
        if (words.IsPronoun(Word(end)))
        {
            return new Speaker(Span(end, end), IsPronoun: true);
        }

        if (words.IsOtherPronoun(Word(end)))
        {
            return null;
        }

        if (!IsName(end))
        {
            return NounEndingAt(low, end, out first);
        }

        var start = NameStart(low, end);
        var link = start - 1;
        if (link > low && IsWord(link) && words.IsArticle(Word(link)) && IsWord(link - 1) && words.IsLink(Word(link - 1)))
        {
            link--;
        }

        if (link >= low && IsWord(link) && words.IsLink(Word(link)) && !IsDay(start))
        {
            // "Jane Doe of the Institute", "a spokesman for the White House"; with nothing before it, no subject but a circumstance.
            return link == low || !IsWord(link - 1) ? null
                : IsName(link - 1) ? EndingAt(low, link - 1, out first)
                : NounEndingAt(low, link - 1, out first) is { } head ? head with { Span = head.Span with { Length = tokens[end].End - head.Span.Start } }
                : null;
        }

        while (start <= end && (NotNames.Contains(Word(start)) || IsDay(start)))
        {
            start++;
        }

        first = start;
        return start > end ? null
            : start > low && IsWord(start - 1) && words.IsArticle(Word(start - 1)) && start == end ? new Speaker(Span(start - 1, end), IsPronoun: false)
            : new Speaker(Span(start, end), IsPronoun: false);
    }

    private Speaker? NounEndingAt(int low, int end, out int first)
    {
        first = end;
        for (var i = end; i >= low && end - i < MaxNounPhrase && IsWord(i) && !words.IsVerb(Word(i)); i--)
        {
            if (!words.IsArticle(Word(i)))
            {
                continue;
            }

            if (i == end)
            {
                return null;
            }

            // "a spokesman for the company": the article of the inner noun is not the first.
            if (i > low + 1 && IsWord(i - 1) && words.IsLink(Word(i - 1)) && IsWord(i - 2) && !IsName(i - 2)
                && NounEndingAt(low, i - 2, out first) is { } outer)
            {
                return outer with { Span = outer.Span with { Length = tokens[end].End - outer.Span.Start } };
            }

            first = i;
            if (IsPossessive(i))
            {
                first = NameStart(low, i);
            }

            return new Speaker(Span(first, end), IsPronoun: false);
        }

        return words.IsGroup(Word(end)) ? new Speaker(Span(end, end), IsPronoun: false) : null;
    }

    private int BeforeApposition(int low, int comma)
    {
        for (var i = comma - 1; i > low && comma - i <= MaxApposition && tokens[i].Kind is not ReportTokenKind.Stop; i--)
        {
            if (tokens[i].Kind == ReportTokenKind.Comma)
            {
                return IsWord(i - 1) && (IsName(i - 1) || !words.IsVerb(Word(i - 1))) ? i - 1 : -1;
            }
        }

        return -1;
    }

    private Speaker? NameFrom(int start)
    {
        while (IsWord(start) && IsDay(start))
        {
            start++;
        }

        if (!IsName(start))
        {
            return null;
        }

        var end = start;
        for (var i = start + 1; IsWord(i) && (IsName(i) || ReportingWords.IsParticle(Word(i))) && !IsDay(i); i++)
        {
            end = IsName(i) ? i : end;
        }

        // "said Doe's lawyer"
        while (IsPossessive(end) && IsWord(end + 1) && !words.IsEnd(Word(end + 1)) && !words.IsVerb(Word(end + 1)))
        {
            end++;
        }

        return new Speaker(Span(start, end), IsPronoun: false);
    }

    private int NameStart(int low, int end)
    {
        var start = end;
        for (var i = end - 1; i >= low && IsWord(i) && (IsName(i) || ReportingWords.IsParticle(Word(i))); i--)
        {
            start = IsName(i) ? i : start;
        }

        return start;
    }

    private bool IsName(int index) => IsWord(index) && (char.IsUpper(Word(index)[0]) || (Word(index) is ['a', 'l', '-', var c, ..] && char.IsUpper(c)));

    private bool IsDay(int index) => MonthNames.IsDayOfWeek(Word(index)) || Word(index) is "January" or "February" or "March" or "April" or "June" or "July"
        or "August" or "September" or "October" or "November" or "December";

    private bool IsPossessive(int index) => IsName(index) && Word(index) is [.., '\'' or '’', 's'];

    private TextSpan Span(int first, int last) => new(tokens[first].Start, tokens[last].End - tokens[first].Start);
}
