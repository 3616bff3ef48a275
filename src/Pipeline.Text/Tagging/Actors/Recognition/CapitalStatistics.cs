namespace Pipeline.Text.Tagging.Actors.Recognition;

/// <summary>How an article writes its words: a word that it also writes small is seldom a name.</summary>
internal sealed class CapitalStatistics
{
    private readonly Dictionary<uint, Counts> _counts = [];

    /// <summary>Counts the words of a sentence. Its first word, and sentences written in capitals or like a title, say nothing.</summary>
    /// <param name="words">The sentence.</param>
    public void Add(SentenceWords words)
    {
        if (words.Style != CaseStyle.Sentence)
        {
            return;
        }

        for (var i = 1; i < words.Count; i++)
        {
            var text = words.Text(i);
            if (!char.IsLetter(text[0]))
            {
                continue;
            }

            var key = WordShapes.LowerHash(text);
            var counts = _counts.GetValueOrDefault(key);
            _counts[key] = char.IsUpper(text[0]) ? counts with { Capital = counts.Capital + 1 } : counts with { Small = counts.Small + 1 };
        }
    }

    /// <summary>Returns how the article writes a word, as one of a few classes; 0 where it does not say.</summary>
    /// <param name="lowerHash">The hash of the word in small letters.</param>
    public uint ClassOf(uint lowerHash)
    {
        var counts = _counts.GetValueOrDefault(lowerHash);
        return counts switch
        {
            { Capital: 0, Small: 0 } => 0,
            { Capital: 0 } => 1,
            { Small: 0, Capital: 1 } => 2,
            { Small: 0 } => 3,
            _ => counts.Small >= counts.Capital ? 4u : 5,
        };
    }

    /// <summary>Says whether the article writes a word small, and never with a capital but where any word has one.</summary>
    /// <param name="word">The word.</param>
    public bool IsSmall(ReadOnlySpan<char> word) => _counts.TryGetValue(WordShapes.LowerHash(word), out var counts) && counts is { Capital: 0, Small: > 0 };

    private readonly record struct Counts(int Capital, int Small);
}
