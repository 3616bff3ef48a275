using System.Globalization;
using Pipeline.Text.Matching;
using Pipeline.Text.Parsing.Elements;

namespace Pipeline.Text.Summarization;

/// <summary>
/// Turns sentences into terms, numbered as they come: words without case, stop words and common endings; pairs of neighbouring
/// characters in scripts without spaces (Nie and Ren, "Chinese information retrieval: using characters or words?", 1999).
/// </summary>
internal sealed class TermReader
{
    // Longer words are cut: they are no words of prose.
    private const int MaxWordLength = 40;

    // In scripts without spaces.
    private const int CharactersAWord = 2;

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _idOf;
    private readonly List<int> _terms = [];

    public TermReader() => _idOf = _ids.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Gets the number of different terms so far.</summary>
    public int Count => _ids.Count;

    /// <summary>Reads the terms of a sentence, in order, each as often as it stands there.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="wordCount">How many words it has, stop words included.</param>
    public int[] Read(ReadOnlySpan<char> sentence, out int wordCount)
    {
        _terms.Clear();
        wordCount = 0;
        Span<char> buffer = stackalloc char[MaxWordLength];
        for (var i = 0; i < sentence.Length;)
        {
            if (!IsWordCharacter(sentence[i]))
            {
                i++;
                continue;
            }

            var start = i;
            var isUnspaced = SentenceShape.IsUnspaced(sentence[i]);
            while (i < sentence.Length && IsWordCharacter(sentence[i]) && SentenceShape.IsUnspaced(sentence[i]) == isUnspaced)
            {
                i++;
            }

            if (isUnspaced)
            {
                wordCount += (i - start + CharactersAWord - 1) / CharactersAWord;
                ReadPairs(sentence[start..i]);
                continue;
            }

            var word = sentence[start..Math.Min(i, start + MaxWordLength)];
            wordCount++;
            if (word.Length > 1 && !StopWords.Contains(word))
            {
                var length = Characters.ToLower(word, buffer);
                _terms.Add(Id(buffer[..StemLength(buffer[..length])]));
            }
        }

        return [.. _terms];
    }

    private void ReadPairs(ReadOnlySpan<char> run)
    {
        for (var i = 0; i < run.Length - 1; i++)
        {
            _terms.Add(Id(run.Slice(i, 2)));
        }

        if (run.Length == 1)
        {
            _terms.Add(Id(run));
        }
    }

    // Vowels that stand as marks at their letters, as in Hindi, belong to the word.
    private static bool IsWordCharacter(char c) =>
        char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private int Id(ReadOnlySpan<char> stem)
    {
        if (!_idOf.TryGetValue(stem, out var id))
        {
            id = _ids.Count;
            _idOf[stem] = id;
        }

        return id;
    }

    // Plurals, participles and gerunds lose their ending where a stem of four letters is left.
    private static int StemLength(ReadOnlySpan<char> word)
    {
        const int MinimumStem = 4;
        ReadOnlySpan<string> endings = ["ings", "ing", "ies", "ied", "es", "ed", "s", "e"];
        foreach (var ending in endings)
        {
            if (word.Length - ending.Length >= MinimumStem && word.EndsWith(ending, StringComparison.Ordinal) && !word.EndsWith("ss", StringComparison.Ordinal))
            {
                return word.Length - ending.Length;
            }
        }

        return word.Length;
    }
}
