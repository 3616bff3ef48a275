using System.Collections.Frozen;

namespace Pipeline.Text.Summarization;

/// <summary>English words that tell what a sentence does in a news story. Written by hand.</summary>
internal static class CueWords
{
    private const string FirstPersons = "i we me my us our ours you your yours myself ourselves i'm i've i'd i'll we're we've we'd we'll";

    private const string Events =
        "announced announces announce confirmed confirms revealed reveals unveiled warned warns ordered ruled voted approved approves launched agreed signed rejected " +
        "arrested charged accused convicted sentenced sued killed injured wounded dead died dies won wins beat lost elected resigned fired hired named appointed banned " +
        "suspended found finds study survey poll report investigation collapsed crashed struck hit rose fell plans planned decided passed blocked claimed claims";

    private const string Asides =
        "also meanwhile example instance addition additionally previously however though although earlier formerly incidentally separately historically originally " +
        "elsewhere perhaps maybe";

    private static readonly FrozenDictionary<string, SentenceFeature>.AlternateLookup<ReadOnlySpan<char>> FeatureOf = CreateLookup();

    /// <summary>Returns which of <see cref="SentenceFeature.FirstPerson"/>, <see cref="SentenceFeature.EventCue"/> and <see cref="SentenceFeature.AsideCue"/> a word tells of; null for none.</summary>
    /// <param name="word">The word, in any case.</param>
    public static SentenceFeature? Classify(ReadOnlySpan<char> word) => FeatureOf.TryGetValue(word, out var feature) ? feature : null;

    private static FrozenDictionary<string, SentenceFeature>.AlternateLookup<ReadOnlySpan<char>> CreateLookup()
    {
        var words = new[] { (FirstPersons, SentenceFeature.FirstPerson), (Events, SentenceFeature.EventCue), (Asides, SentenceFeature.AsideCue) };
        return words
            .SelectMany(list => list.Item1.Split(' ').Select(word => KeyValuePair.Create(word, list.Item2)))
            .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
