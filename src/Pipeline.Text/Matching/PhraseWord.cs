namespace Pipeline.Text.Matching;

/// <summary>One word of a phrase, with what it matches.</summary>
/// <param name="Folded">The folded word.</param>
/// <param name="Written">Its letters and digits with their capitals; compared where <paramref name="MatchCase"/> is set.</param>
/// <param name="Inflection">Which other forms match.</param>
/// <param name="MatchCase">Whether capitals must be the same.</param>
internal readonly record struct PhraseWord(string Folded, string Written, Inflection Inflection, bool MatchCase)
{
    /// <summary>
    /// Makes a word from how it is written. Two or more capitals and no small letter make an acronym, which is matched as
    /// written; a word with a capital is a name, which has a plural at most; words in small letters inflect as asked.
    /// </summary>
    /// <param name="word">The word, as a token of the phrase.</param>
    /// <param name="inflection">Which forms of a word in small letters match.</param>
    /// <param name="matchCase">Whether the capitals of a name must be the same.</param>
    public static PhraseWord Create(ReadOnlySpan<char> word, Inflection inflection, bool matchCase)
    {
        var upper = 0;
        var lower = 0;
        Span<char> written = stackalloc char[word.Length];
        var length = 0;
        foreach (var c in word)
        {
            if (char.IsLetterOrDigit(c))
            {
                written[length++] = c;
                upper += char.IsUpper(c) ? 1 : 0;
                lower += char.IsLower(c) ? 1 : 0;
            }
        }

        var isAcronym = upper > 1 && lower == 0;
        var isName = upper > 0;
        return new PhraseWord(
            WordFolder.Fold(word),
            written[..length].ToString(),
            isName && inflection == Inflection.Verb ? Inflection.Noun : inflection,
            isAcronym || (isName && matchCase));
    }

    /// <summary>Says whether this word matches wherever another one does: the other is a form of it, or the same with no more forms.</summary>
    /// <param name="other">The other word.</param>
    public bool Covers(PhraseWord other) =>
        (!MatchCase || (other.MatchCase && WordFolder.IsWrittenAs(other.Written, Written, plural: Inflection != Inflection.None)))
        && (other.Folded == Folded ? other.Inflection <= Inflection : WordForms.IsFormOf(other.Folded, Folded, Inflection));

    /// <summary>Says whether a word of a text is this word or a form of it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="token">The index of the word.</param>
    public bool Matches(TokenizedText text, int token) => MatchCase
        ? !text.Tokens[token].Shouted && WordFolder.IsWrittenAs(text.WrittenAt(token), Written, plural: Inflection != Inflection.None)
        : WordForms.IsFormOf(text.FoldedAt(token), Folded, Inflection);
}
