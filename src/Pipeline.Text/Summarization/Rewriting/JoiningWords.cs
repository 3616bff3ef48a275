using System.Collections.Frozen;
using Pipeline.Text.Sentences;

namespace Pipeline.Text.Summarization.Rewriting;

/// <summary>
/// The English words that a rewritten sentence may use though nothing that it cites does: they join others and say nothing by
/// themselves. Whatever turns or bounds a statement ("not", "may", "after", "over", "more", "only") is none of them. Written by hand.
/// </summary>
internal static class JoiningWords
{
    // English prose is two fifths made of them; other languages share a few. Chosen.
    private const double MinShareInEnglish = 0.2;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = (
        "a an the and or but of to in on at by for from with as that which who whom whose it its he him his she her they them their this these those there " +
        "is are was were be been being has have had having do does did said says say saying into about also while when where")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    // At the start of a sentence that is no question, these are names: "Will", "May".
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Modals =
        "will may can might must would could should shall".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Says whether a word only joins others.</summary>
    /// <param name="word">The word, in any case.</param>
    public static bool Contains(ReadOnlySpan<char> word) => Words.Contains(word);

    /// <summary>Says whether a word with a capital belongs to a name wherever it stands: "Will", "WHO", "Gen."</summary>
    /// <param name="word">The word, without its last full stop.</param>
    public static bool IsNameAnywhere(ReadOnlySpan<char> word) =>
        Modals.Contains(word) || (word.Length > 1 && !word.ContainsAnyInRange('a', 'z')) || Abbreviations.Classify(word) == AbbreviationKind.BeforeName;

    /// <summary>Says whether texts are in English: in other languages it cannot be told what turns a statement.</summary>
    /// <param name="texts">The texts.</param>
    public static bool AreInEnglish(IReadOnlyList<FactText> texts) =>
        texts.Sum(text => Enumerable.Range(0, text.Count).Count(word => Contains(text[word]))) >= MinShareInEnglish * texts.Sum(text => text.Count);
}
