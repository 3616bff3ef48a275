using System.Collections.Frozen;

namespace Pipeline.Text.Summarization;

/// <summary>English words that say nothing of a sentence's subject.</summary>
internal static class StopWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = (
        "a about above after again against all also am an and any are as at be because been before being below between both but by can could did do does doing down " +
        "during each few for from further had has have having he her here hers herself him himself his how i if in into is it its itself just like me more most my " +
        "myself no nor not now of off on once one only or other our ours out over own said same say says she should so some such than that the their theirs them themselves " +
        "then there these they this those through to too told two under until up upon us very was we were what when where which while who whom why will with would you your yours " +
        "mr mrs ms dr new year years last first many much may might according")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Says whether a word carries no subject.</summary>
    /// <param name="word">The word, in any case.</param>
    public static bool Contains(ReadOnlySpan<char> word) => Words.Contains(word);
}
