using System.Collections.Frozen;

namespace Pipeline.Text.Summarization.Rewriting;

/// <summary>The words of a sentence that state something, each with whether a negation reaches it.</summary>
internal sealed class Statements
{
    // "did not vote on Friday to close": a negation reaches so many words that state something, within its clause. Chosen.
    private const int Reach = 3;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Negations = (
        "not no never none nobody nothing nowhere neither nor cannot without hardly barely scarcely unlikely false untrue " +
        "deny denies denied denying refuse refuses refused refusing fail fails failed failing reject rejects rejected rejecting")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly FactText _text;
    private readonly List<(int Word, bool IsNegated, bool IsFirst)> _words = [];

    /// <summary>Reads a sentence.</summary>
    /// <param name="text">The sentence.</param>
    /// <param name="quantities">Its numbers, which are compared for themselves.</param>
    public Statements(FactText text, Quantities quantities)
    {
        _text = text;
        var reach = 0;
        for (var i = 0; i < text.Count; i++)
        {
            reach = text.IsApart(i) || text[i] is "but" ? 0 : reach;
            if (!quantities.Holds(i) && !JoiningWords.Contains(text[i]))
            {
                _words.Add((i, reach > 0, reach == Reach));
                reach = Math.Max(0, reach - 1);
            }

            reach = IsNegation(text[i]) ? Reach : reach;
        }
    }

    /// <summary>Returns a word that no cited sentence has in any form, or has as a name alone; null where all are there.</summary>
    /// <param name="cited">The cited sentences.</param>
    public string? FindUnsupported(IReadOnlyList<Statements> cited)
    {
        foreach (var (word, _, _) in _words)
        {
            var mayBeName = _text.HasCapital(word);
            if (!cited.Any(text => text.Has(_text[word], mayBeName)))
            {
                return _text[word].ToString();
            }
        }

        return null;
    }

    /// <summary>Returns a word that is negated and was not, or is not and was; null where there is none.</summary>
    /// <param name="cited">The cited sentences.</param>
    public string? FindTurned(IReadOnlyList<Statements> cited)
    {
        foreach (var (word, isNegated, isFirst) in _words)
        {
            var wasNegated = cited.Any(text => text.Says(_text[word], isNegated: true));
            if (isNegated ? isFirst && !wasNegated : wasNegated && !cited.Any(text => text.Says(_text[word], isNegated: false)))
            {
                return _text[word].ToString();
            }
        }

        return null;
    }

    private bool Has(ReadOnlySpan<char> form, bool mayBeName)
    {
        foreach (var (word, _, _) in _words)
        {
            if (WordForms.AreOfOne(_text[word], form) && (mayBeName || !_text.HasCapital(word) || _text.OpensSentence(word)))
            {
                return true;
            }
        }

        return false;
    }

    private bool Says(ReadOnlySpan<char> form, bool isNegated)
    {
        foreach (var (word, negated, _) in _words)
        {
            if (negated == isNegated && WordForms.AreOfOne(_text[word], form))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNegation(ReadOnlySpan<char> word) => Negations.Contains(word) || word.EndsWith("n't", StringComparison.OrdinalIgnoreCase) || word.EndsWith("n’t", StringComparison.OrdinalIgnoreCase);
}
