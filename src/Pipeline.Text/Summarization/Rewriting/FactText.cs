using System.Buffers;
using System.Globalization;
using Pipeline.Text.Sentences;

namespace Pipeline.Text.Summarization.Rewriting;

/// <summary>A sentence as its words, and what stands between them.</summary>
internal sealed class FactText
{
    // What stands in front of a word that has a capital for standing there.
    private static readonly SearchValues<char> SentenceOpeners = SearchValues.Create(".!?…:\"“‘«„");

    private readonly List<TextSpan> _words = [];
    private readonly string _text;

    /// <summary>Reads a sentence: letters, figures and marks are words, with apostrophes, points and commas inside them; compounds are parted at their hyphens, possessives lose their ending.</summary>
    /// <param name="text">The sentence.</param>
    public FactText(string text)
    {
        _text = text;
        for (var i = 0; i < text.Length;)
        {
            if (!IsWordCharacter(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && (IsWordCharacter(text[i]) || JoinsWord(text, i)))
            {
                i++;
            }

            var isPossessive = text.AsSpan(start, i - start).EndsWith("'s", StringComparison.OrdinalIgnoreCase) || text.AsSpan(start, i - start).EndsWith("’s", StringComparison.OrdinalIgnoreCase);
            _words.Add(TextSpan.FromBounds(start, isPossessive ? i - "'s".Length : i));
        }
    }

    /// <summary>Gets the number of words.</summary>
    public int Count => _words.Count;

    /// <summary>Gets a word.</summary>
    public ReadOnlySpan<char> this[int word] => _text.AsSpan(_words[word].Start, _words[word].Length);

    /// <summary>Gets the character in front of a word; a space at the start.</summary>
    public char Before(int word) => _words[word].Start > 0 ? _text[_words[word].Start - 1] : ' ';

    /// <summary>Gets the character behind a word; a space at the end.</summary>
    public char Behind(int word) => _words[word].End < _text.Length ? _text[_words[word].End] : ' ';

    /// <summary>Says whether a word occurs in some form, and not as a part of a name alone.</summary>
    public bool HasPlain(string word) => Enumerable.Range(0, Count).Any(i => WordForms.AreOfOne(this[i], word) && (!HasCapital(i) || OpensSentence(i)));

    /// <summary>Says whether more than a space or a hyphen parts a word from the one before: the full stop of a title or an initial does not.</summary>
    public bool IsApart(int word) => word == 0 || (Gap(word).ContainsAnyExcept(" \u00a0-‑") && !(IsShortened(word - 1) && Gap(word) is ". "));

    /// <summary>Says whether a word may have its capital from where it stands: at the start, or behind a full stop, a colon or a quotation mark.</summary>
    public bool OpensSentence(int word) => word == 0 || (IsApart(word) && Gap(word).ContainsAny(SentenceOpeners));

    /// <summary>Says whether a word has a capital.</summary>
    public bool HasCapital(int word)
    {
        foreach (var c in this[word])
        {
            if (char.IsUpper(c))
            {
                return true;
            }
        }

        return false;
    }

    private ReadOnlySpan<char> Gap(int word) => _text.AsSpan(_words[word - 1].End.._words[word].Start);

    private bool IsShortened(int word) => this[word].Length == 1 || this[word].Contains('.') || Abbreviations.Classify(this[word]) == AbbreviationKind.BeforeName;

    private static bool JoinsWord(string text, int i) =>
        text[i] is '.' or ',' or '\'' or '’' && i + 1 < text.Length && IsWordCharacter(text[i + 1]) && (text[i] != ',' || (char.IsDigit(text[i + 1]) && char.IsDigit(text[i - 1])));

    private static bool IsWordCharacter(char c) => char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
