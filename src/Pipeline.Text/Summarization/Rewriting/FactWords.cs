using System.Collections.Frozen;

namespace Pipeline.Text.Summarization.Rewriting;

/// <summary>The words of a text that state facts: its numbers, and all words for comparison.</summary>
internal sealed class FactWords
{
    // A word is taken for another form of one that shares so many letters with it. Chosen.
    private const int StemLength = 5;

    private static readonly FrozenDictionary<string, string> NumberWords = new Dictionary<string, string>
    {
        ["two"] = "2",
        ["three"] = "3",
        ["four"] = "4",
        ["five"] = "5",
        ["six"] = "6",
        ["seven"] = "7",
        ["eight"] = "8",
        ["nine"] = "9",
        ["ten"] = "10",
        ["eleven"] = "11",
        ["twelve"] = "12",
        ["thirteen"] = "13",
        ["fourteen"] = "14",
        ["fifteen"] = "15",
        ["sixteen"] = "16",
        ["seventeen"] = "17",
        ["eighteen"] = "18",
        ["nineteen"] = "19",
        ["twenty"] = "20",
        ["thirty"] = "30",
        ["forty"] = "40",
        ["fifty"] = "50",
        ["sixty"] = "60",
        ["seventy"] = "70",
        ["eighty"] = "80",
        ["ninety"] = "90",
        ["dozen"] = "dozen",
        ["dozens"] = "dozens",
        ["hundred"] = "hundred",
        ["hundreds"] = "hundreds",
        ["thousand"] = "thousand",
        ["thousands"] = "thousands",
        ["million"] = "million",
        ["millions"] = "millions",
        ["billion"] = "billion",
        ["billions"] = "billions",
        ["trillion"] = "trillion",
        ["half"] = "half",
        ["twice"] = "twice",
        ["double"] = "double",
        ["triple"] = "triple",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<string> _words = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _stems = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _numbers = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads texts.</summary>
    public FactWords(IEnumerable<string> texts)
    {
        foreach (var word in texts.SelectMany(Split))
        {
            _words.Add(word);
            _stems.Add(Stem(word));
            _numbers.UnionWith(Numbers(word));
        }
    }

    /// <summary>Tells whether a word occurs as it is, case apart.</summary>
    public bool HasWord(string word) => _words.Contains(word);

    /// <summary>Tells whether a word or another form of it occurs.</summary>
    public bool HasForm(string word) => _stems.Contains(Stem(word));

    /// <summary>Tells whether a number occurs, in figures or as a word.</summary>
    public bool HasNumber(string number) => _numbers.Contains(number);

    /// <summary>Returns the numbers that a word is or holds, in figures without separators of thousands.</summary>
    public static IEnumerable<string> Numbers(string word)
    {
        if (NumberWords.TryGetValue(word, out var number))
        {
            yield return number;
        }

        for (var i = 0; i < word.Length;)
        {
            if (!char.IsDigit(word[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < word.Length && (char.IsDigit(word[i]) || (word[i] is '.' or ',' && i + 1 < word.Length && char.IsDigit(word[i + 1]))))
            {
                i++;
            }

            yield return word[start..i].Replace(",", "", StringComparison.Ordinal);
        }
    }

    /// <summary>Splits a text into words: letters, figures and marks, apostrophes and points inside them; compounds at their hyphens, possessives without their ending.</summary>
    public static IEnumerable<string> Split(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            if (!IsWordCharacter(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && (IsWordCharacter(text[i]) || (text[i] is '.' or ',' or '\'' or '’' && i + 1 < text.Length && IsWordCharacter(text[i + 1]) && (text[i] != ',' || char.IsDigit(text[i + 1])))))
            {
                i++;
            }

            var word = text[start..i];
            yield return word.EndsWith("'s", StringComparison.OrdinalIgnoreCase) || word.EndsWith("’s", StringComparison.OrdinalIgnoreCase) ? word[..^2] : word;
        }
    }

    private static bool IsWordCharacter(char c) => char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    private static string Stem(string word) => word.Length > StemLength ? word[..StemLength] : word;
}
