namespace Pipeline.Text.Matching;

/// <summary>
/// English inflection by rule. A key brings all forms of a word together, and some other words too; whether a form is
/// one of the word's is then decided exactly. Words are folded ones.
/// </summary>
internal static class WordForms
{
    /// <summary>Turns a word into the key that all its forms share, in place.</summary>
    /// <param name="buffer">Holds the folded word; at least <see cref="WordFolder.MaxLength"/> long.</param>
    /// <param name="length">The word's length.</param>
    /// <returns>The length of the key.</returns>
    public static int ToKey(Span<char> buffer, int length)
    {
        if (IrregularForms.TryGetWord(buffer[..length], Inflection.Verb, out var known))
        {
            known.CopyTo(buffer);
            length = known.Length;
        }

        int before;
        do
        {
            before = length;
            length = Shorten(buffer[..length]);
        }
        while (length < before);
        return length;
    }

    /// <summary>Returns the key of a word.</summary>
    /// <param name="word">The folded word.</param>
    public static string KeyOf(ReadOnlySpan<char> word)
    {
        Span<char> buffer = stackalloc char[WordFolder.MaxLength];
        word.CopyTo(buffer);
        return buffer[..ToKey(buffer, word.Length)].ToString();
    }

    /// <summary>Says whether a form is one of a word's.</summary>
    /// <param name="form">The folded form, from a text.</param>
    /// <param name="word">The folded word, in its base form.</param>
    /// <param name="inflection">Which forms count.</param>
    public static bool IsFormOf(ReadOnlySpan<char> form, string word, Inflection inflection)
    {
        if (form.SequenceEqual(word))
        {
            return true;
        }

        if (inflection == Inflection.None || word.Length < 2)
        {
            return false;
        }

        return IsPlural(form, word)
            || (inflection == Inflection.Verb && (IsPast(form, word) || IsParticiple(form, word)))
            || (IrregularForms.TryGetWord(form, inflection, out var known) && known == word);
    }

    private static bool IsPlural(ReadOnlySpan<char> form, string word) =>
        Is(form, word, "s")
        || (EndsInSibilantOrO(word) && Is(form, word, "es"))
        || (EndsInConsonantAndY(word) && Is(form, word.AsSpan(..^1), "ies"));

    private static bool IsPast(ReadOnlySpan<char> form, string word) =>
        Is(form, word, "ed")
        || (word[^1] == 'e' && Is(form, word, "d"))
        || (EndsInConsonantAndY(word) && Is(form, word.AsSpan(..^1), "ied"))
        || IsDoubled(form, word, "ed");

    private static bool IsParticiple(ReadOnlySpan<char> form, string word) =>
        Is(form, word, "ing")
        || (word[^1] == 'e' && Is(form, word.AsSpan(..^1), "ing"))
        || IsDoubled(form, word, "ing");

    private static bool Is(ReadOnlySpan<char> form, ReadOnlySpan<char> stem, ReadOnlySpan<char> ending) =>
        form.Length == stem.Length + ending.Length && form.EndsWith(ending) && form.StartsWith(stem);

    private static bool IsDoubled(ReadOnlySpan<char> form, string word, ReadOnlySpan<char> ending) =>
        form.Length == word.Length + 1 + ending.Length && form[word.Length] == word[^1] && !IsVowel(word[^1]) && word[^1] is not ('w' or 'x' or 'y')
        && form.EndsWith(ending) && form.StartsWith(word);

    private static bool EndsInSibilantOrO(string word) =>
        word[^1] is 's' or 'x' or 'z' or 'o' || word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith("sh", StringComparison.Ordinal);

    private static bool EndsInConsonantAndY(string word) => word[^1] == 'y' && !IsVowel(word[^2]);

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';

    /// <summary>Takes one ending off.</summary>
    private static int Shorten(Span<char> word)
    {
        var length = word.Length;
        if (length < 3)
        {
            return length;
        }

        if (length > 4 && (word.EndsWith("ies") || word.EndsWith("ied")))
        {
            return length - 2;
        }

        if (word.EndsWith("ing") && length > 4)
        {
            return length - 3;
        }

        if (word.EndsWith("ed") && length > 3)
        {
            return length - 2;
        }

        if (word[^1] is 's' or 'e')
        {
            return length - 1;
        }

        if (word[^1] == 'y')
        {
            word[^1] = 'i';
            return length;
        }

        return word[^1] == word[^2] && !IsVowel(word[^1]) ? length - 1 : length;
    }
}
