using System.Runtime.InteropServices;
using Pipeline.Text.Matching;

namespace Pipeline.Text.Tagging.Matching;

/// <summary>Where in one article each element of a <see cref="TermIndex"/> stands.</summary>
internal sealed class ElementOccurrences
{
    // Where each element's matches are.
    private readonly Dictionary<int, Stretch> _stretches = [];

    private readonly PhraseMatch[] _matches;
    private readonly int[] _longest;

    private ElementOccurrences(TermIndex index, List<PhraseMatch> found, int tokens)
    {
        _longest = new int[tokens];
        foreach (var match in found)
        {
            foreach (ref var longest in _longest.AsSpan(match.First..(match.Last + 1)))
            {
                longest = Math.Max(longest, match.Last - match.First + 1);
            }

            foreach (var element in index.ElementsOf(match.Phrase))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_stretches, element, out _).Count++;
            }
        }

        var end = 0;
        foreach (var element in _stretches.Keys)
        {
            ref var stretch = ref CollectionsMarshal.GetValueRefOrNullRef(_stretches, element);
            (stretch.Start, end, stretch.Count) = (end, end + stretch.Count, 0);
        }

        // The matcher reports by end; patterns with gaps look for the next start.
        found.Sort(static (a, b) => a.First != b.First ? a.First.CompareTo(b.First) : b.Last != a.Last ? b.Last.CompareTo(a.Last) : a.Phrase.CompareTo(b.Phrase));
        _matches = new PhraseMatch[end];
        foreach (var match in found)
        {
            foreach (var element in index.ElementsOf(match.Phrase))
            {
                ref var stretch = ref CollectionsMarshal.GetValueRefOrNullRef(_stretches, element);
                _matches[stretch.Start + stretch.Count++] = match;
            }
        }
    }

    /// <summary>Gets the elements that stand somewhere.</summary>
    public IEnumerable<int> Elements => _stretches.Keys;

    /// <summary>Finds all elements in one pass.</summary>
    /// <param name="index">The index.</param>
    /// <param name="text">The text.</param>
    public static ElementOccurrences Find(TermIndex index, TokenizedText text) => new(index, index.Matcher.Match(text, room: text.Tokens.Length), text.Tokens.Length);

    /// <summary>Says whether an element stands anywhere.</summary>
    /// <param name="element">The element.</param>
    public bool Has(int element) => _stretches.ContainsKey(element);

    /// <summary>Gets where an element stands, by first token, the longest first; of equal ones the phrase that the taxonomy has first.</summary>
    /// <param name="element">The element.</param>
    public ReadOnlySpan<PhraseMatch> Of(int element) =>
        _stretches.TryGetValue(element, out var stretch) ? _matches.AsSpan(stretch.Start, stretch.Count) : [];

    /// <summary>Says whether a range is only a piece of a longer phrase, as "House" is of "White House".</summary>
    /// <param name="range">The range.</param>
    public bool IsPiece(TokenRange range) => _longest[range.First] > range.Count && _longest[range.Last] > range.Count;

    /// <summary>Gets where an element stands from a token on, by first token.</summary>
    /// <param name="element">The element.</param>
    /// <param name="first">The index of the token.</param>
    public ReadOnlySpan<PhraseMatch> From(int element, int first)
    {
        var matches = Of(element);
        var low = 0;
        for (var high = matches.Length; low < high;)
        {
            var middle = (low + high) / 2;
            if (matches[middle].First < first)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return matches[low..];
    }

    /// <summary>Neighbouring places among the matches.</summary>
    private struct Stretch
    {
        public int Start;
        public int Count;
    }
}
