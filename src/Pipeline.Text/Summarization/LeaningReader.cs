namespace Pipeline.Text.Summarization;

/// <summary>
/// Tells on what a sentence leans, by its words alone: how it opens, pronouns that come before any name, quotation marks
/// without their fellows, and an author's own voice. Written by hand for English, after reading summaries of news.
/// </summary>
internal static class LeaningReader
{
    // "The two masked robbery suspects": so many words stand between "The" and what it names at most.
    private const int MaxModifiers = 3;

    // "“…,” he said", "By noon she had left". Words outside quotation marks.
    private const int MaxWordsToPronoun = 3;

    // "Many still were", "Some also later had".
    private const int MaxAdverbs = 2;

    // "On Tuesday, however, …". In words.
    private const int MaxWordsToHowever = 6;

    /// <summary>Reads a sentence.</summary>
    /// <param name="sentence">The sentence; not empty.</param>
    public static Leaning Read(ReadOnlySpan<char> sentence)
    {
        var opening = new WordWalk(sentence);
        opening.MoveNext();
        if (OpensOnNeighbour(opening) || QuotationMarks.AreTorn(sentence))
        {
            return Leaning.OnNeighbour;
        }

        var leaning = InMiddle(sentence);
        return leaning == Leaning.None && NamesKnownThing(opening) ? Leaning.OnNearby : leaning;
    }

    private static bool OpensOnNeighbour(WordWalk words)
    {
        var first = words.Current;
        var joined = words.IsJoinedToNext;
        var apart = words.EndsAtComma;
        var contracted = words.IsContracted;
        if (!words.MoveNext())
        {
            return LeaningWords.IsOpening(first);
        }

        // "This week", "Those who", "Both Oslo and Bergen", "Then-President": these say themselves what they mean.
        var second = words.Current;
        if (LeaningWords.IsDemonstrative(first))
        {
            return !LeaningWords.PointsAtToday(second) && !(second is "who" or "whose" or "with");
        }

        if (LeaningWords.IsOpening(first))
        {
            return !joined && !(first is "Both" && char.IsUpper(second[0]));
        }

        if (LeaningWords.IsOpeningBeforeComma(first))
        {
            return apart || contracted;
        }

        // "Some had", "One also said", "None were": some of whom?
        if (LeaningWords.IsQuantifier(first) && !joined && !apart && CountsNothing(words))
        {
            return true;
        }

        // "As a result,", "For example,", "In response,": what follows goes on with what was said.
        var linked = LeaningWords.IsLink(first);
        if (linked && IsConnective(words))
        {
            return true;
        }

        // "After that", "Because of them", "In the meantime", "All of these".
        if (linked && second is "of" or "the" && words.MoveNext())
        {
            return second is "of" ? IsPointing(words) : LeaningWords.IsReferenceAfterThe(words.Current) || (words.Current is "time" && words.EndsAtComma);
        }

        return linked && IsPointing(words);
    }

    // A verb comes right after the word: there is no noun that it counts.
    private static bool CountsNothing(WordWalk words)
    {
        for (var i = 0; i < MaxAdverbs && LeaningWords.IsAdverb(words.Current); i++)
        {
            if (!words.MoveNext())
            {
                return false;
            }
        }

        return !words.IsJoinedToNext && LeaningWords.IsVerb(words.Current);
    }

    private static bool IsConnective(WordWalk words) =>
        (!(words.Current is "a" or "the" or "other") || words.MoveNext())
        && (!(words.Current is "other") || words.MoveNext())
        && words.EndsAtComma && LeaningWords.IsConnective(words.Current);

    private static bool IsPointing(WordWalk words)
    {
        var word = words.Current;
        return (LeaningWords.IsDemonstrative(word) || word is "it" or "them" or "him" or "her" or "which" or "such" or "then")
            && !(words.MoveNext() && (LeaningWords.PointsAtToday(words.Current) || words.Current is "who" or "own"));
    }

    // Outside quotation marks: an early "he" before any name or noun, and "I" or "you" anywhere.
    private static Leaning InMiddle(ReadOnlySpan<char> sentence)
    {
        var words = new WordWalk(sentence);
        var named = false;
        var unquoted = 0;
        for (var i = 0; words.MoveNext(); i++)
        {
            var word = words.Current;
            if (words.IsQuoted)
            {
                continue;
            }

            if (LeaningWords.IsAuthor(word))
            {
                return Leaning.OnAuthor;
            }

            if (i > 0 && ((!named && unquoted < MaxWordsToPronoun && word is "he" or "she") || (i <= MaxWordsToHowever && word is "however" && words.EndsAtComma)))
            {
                return Leaning.OnNeighbour;
            }

            unquoted++;
            named |= (i > 0 && char.IsUpper(word[0])) || LeaningWords.AnnouncesNoun(word);
        }

        return Leaning.None;
    }

    private static bool NamesKnownThing(WordWalk words)
    {
        // "The suspect", "As the suspect".
        if (!(words.Current is "The" || (LeaningWords.IsLink(words.Current) && words.MoveNext() && words.Current is "the")))
        {
            return false;
        }

        for (var i = 0; i <= MaxModifiers && words.MoveNext() && char.IsLower(words.Current[0]); i++)
        {
            if (LeaningWords.IsKnownThing(words.Current))
            {
                return true;
            }

            if (words.EndsAtComma || LeaningWords.IsLink(words.Current))
            {
                return false;
            }
        }

        return false;
    }
}
