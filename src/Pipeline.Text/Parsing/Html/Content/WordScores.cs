using System.Collections.Frozen;

namespace Pipeline.Text.Parsing.Html.Content;

/// <summary>What the words of a text say.</summary>
/// <param name="Mean">The mean of the scores.</param>
/// <param name="Lowest">The lowest score.</param>
/// <param name="Opening">The mean of the first words.</param>
internal readonly record struct WordScore(float Mean, float Lowest, float Opening);

/// <summary>What was learned of the words in texts: whether text that has them tends to be the article.</summary>
/// <param name="scores">The logarithm of the odds by word, lower case; above 0 for the article.</param>
internal sealed class WordScores(IReadOnlyDictionary<string, float> scores)
{
    /// <summary>The longest word that is known, in characters. Longer ones are rare.</summary>
    public const int MaxLength = 20;

    private const int OpeningWords = 3;

    private readonly FrozenDictionary<string, float>.AlternateLookup<ReadOnlySpan<char>> _scores =
        scores.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Returns what the words of a text say; unknown words score 0.</summary>
    public WordScore Of(string text)
    {
        float sum = 0, lowest = 0, opening = 0;
        var count = 0;
        Span<char> lower = stackalloc char[MaxLength];
        foreach (var word in new TextWords(text))
        {
            count++;
            if (word.Length <= MaxLength && _scores.TryGetValue(lower[..word.ToLowerInvariant(lower)], out var score))
            {
                sum += score;
                lowest = Math.Min(lowest, score);
                opening += count <= OpeningWords ? score : 0;
            }
        }

        return count == 0 ? default : new WordScore(sum / count, lowest, opening / Math.Min(count, OpeningWords));
    }
}
