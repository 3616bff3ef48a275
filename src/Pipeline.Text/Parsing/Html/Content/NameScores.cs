using System.Collections.Frozen;

namespace Pipeline.Text.Parsing.Html.Content;

/// <summary>What was learned of the words in classes and ids: whether text below them tends to be the article.</summary>
/// <param name="scores">The logarithm of the odds by word, lower case; above 0 for the article.</param>
internal sealed class NameScores(IReadOnlyDictionary<string, float> scores)
{
    // Longer words are generated, not written.
    private const int MaxLength = 24;

    private readonly FrozenDictionary<string, float>.AlternateLookup<ReadOnlySpan<char>> _scores =
        scores.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Gets the scores by word.</summary>
    public IReadOnlyDictionary<string, float> Words => scores;

    /// <summary>Returns the sum of the scores of a name's words.</summary>
    public float Of(string name)
    {
        var sum = 0f;
        Span<char> lower = stackalloc char[MaxLength];
        foreach (var token in new NameTokens(name))
        {
            if (token.Length is > 1 and <= MaxLength)
            {
                sum += _scores.TryGetValue(lower[..token.ToLowerInvariant(lower)], out var score) ? score : 0;
            }
        }

        return sum;
    }
}
