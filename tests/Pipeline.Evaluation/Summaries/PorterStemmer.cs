namespace Pipeline.Evaluation.Summaries;

/// <summary>The stemmer that ROUGE uses: M. F. Porter, "An algorithm for suffix stripping" (Program 14, 1980), with its original rules.</summary>
internal static class PorterStemmer
{
    private static readonly (string Suffix, string By)[] Step2 =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("abli", "able"), ("alli", "al"), ("entli", "ent"),
        ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"),
        ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"),
    ];

    private static readonly (string Suffix, string By)[] Step3 =
        [("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", "")];

    private static readonly string[] Step4 =
        ["al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate", "iti", "ous", "ive", "ize"];

    /// <summary>Returns the stem of a word in small letters.</summary>
    public static string Stem(string word) =>
        word.Length <= 2 ? word : Tidy(Strip(Replace(Replace(Vowelled(PastAndProgressive(Plural(word))), Step2), Step3)));

    private static string Plural(string word) =>
        Ends(word, "sses") || Ends(word, "ies") ? word[..^2] : Ends(word, "s") && !Ends(word, "ss") ? word[..^1] : word;

    private static string PastAndProgressive(string word)
    {
        if (Ends(word, "eed"))
        {
            return Measure(word[..^3]) > 0 ? word[..^1] : word;
        }

        var cut = Ends(word, "ed") && HasVowel(word[..^2]) ? 2 : Ends(word, "ing") && HasVowel(word[..^3]) ? 3 : 0;
        if (cut == 0)
        {
            return word;
        }

        var stem = word[..^cut];
        return Ends(stem, "at") || Ends(stem, "bl") || Ends(stem, "iz") ? stem + "e"
            : EndsDouble(stem) && stem[^1] is not ('l' or 's' or 'z') ? stem[..^1]
            : Measure(stem) == 1 && EndsShort(stem) ? stem + "e"
            : stem;
    }

    private static string Vowelled(string word) => Ends(word, "y") && HasVowel(word[..^1]) ? word[..^1] + "i" : word;

    private static string Replace(string word, (string Suffix, string By)[] rules)
    {
        foreach (var (suffix, by) in rules)
        {
            if (Ends(word, suffix))
            {
                var stem = word[..^suffix.Length];
                return Measure(stem) > 0 ? stem + by : word;
            }
        }

        return word;
    }

    private static string Strip(string word)
    {
        foreach (var suffix in Step4)
        {
            if (Ends(word, suffix))
            {
                var stem = word[..^suffix.Length];
                return Measure(stem) > 1 && (suffix != "ion" || Ends(stem, "s") || Ends(stem, "t")) ? stem : word;
            }
        }

        return word;
    }

    private static string Tidy(string word)
    {
        if (Ends(word, "e"))
        {
            var stem = word[..^1];
            var measure = Measure(stem);
            word = measure > 1 || (measure == 1 && !EndsShort(stem)) ? stem : word;
        }

        return Ends(word, "ll") && Measure(word) > 1 ? word[..^1] : word;
    }

    private static bool Ends(string word, string suffix) => word.EndsWith(suffix, StringComparison.Ordinal);

    private static bool IsConsonant(string word, int i) => word[i] switch
    {
        'a' or 'e' or 'i' or 'o' or 'u' => false,
        'y' => i == 0 || !IsConsonant(word, i - 1),
        _ => true,
    };

    /// <summary>Counts the groups of vowels that consonants follow: Porter's m.</summary>
    private static int Measure(string stem)
    {
        var measure = 0;
        for (var i = 1; i < stem.Length; i++)
        {
            measure += IsConsonant(stem, i) && !IsConsonant(stem, i - 1) ? 1 : 0;
        }

        return measure;
    }

    private static bool HasVowel(string stem) => Enumerable.Range(0, stem.Length).Any(i => !IsConsonant(stem, i));

    private static bool EndsDouble(string word) => word.Length > 1 && word[^1] == word[^2] && IsConsonant(word, word.Length - 1);

    private static bool EndsShort(string word) =>
        word.Length > 2 && IsConsonant(word, word.Length - 1) && !IsConsonant(word, word.Length - 2) && IsConsonant(word, word.Length - 3)
        && word[^1] is not ('w' or 'x' or 'y');
}
