using System.Runtime.InteropServices;
using Pipeline.Text.Matching;

namespace Pipeline.Text.Tagging.Matching;

/// <summary>Where in one article each element of a <see cref="TermIndex"/> stands.</summary>
internal sealed class ElementOccurrences
{
    private readonly Dictionary<int, List<PhraseMatch>> _matches = [];

    private readonly int[] _longest;

    private ElementOccurrences(int tokens) => _longest = new int[tokens];

    /// <summary>Gets the elements that stand somewhere.</summary>
    public IEnumerable<int> Elements => _matches.Keys;

    /// <summary>Finds all elements in one pass.</summary>
    /// <param name="index">The index.</param>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    public static ElementOccurrences Find(TermIndex index, ReadOnlySpan<char> text, ReadOnlySpan<TextToken> tokens)
    {
        var occurrences = new ElementOccurrences(tokens.Length);
        foreach (var match in index.Matcher.Match(text, tokens))
        {
            foreach (ref var longest in occurrences._longest.AsSpan(match.First..(match.Last + 1)))
            {
                longest = Math.Max(longest, match.Last - match.First + 1);
            }

            foreach (var element in index.ElementsOf(match.Phrase))
            {
                ref var matches = ref CollectionsMarshal.GetValueRefOrAddDefault(occurrences._matches, element, out _);
                (matches ??= []).Add(match);
            }
        }

        // The matcher reports by end; patterns with gaps look for the next start.
        foreach (var matches in occurrences._matches.Values)
        {
            matches.Sort(static (a, b) => a.First != b.First ? a.First.CompareTo(b.First) : b.Last.CompareTo(a.Last));
        }

        return occurrences;
    }

    /// <summary>Says whether an element stands anywhere.</summary>
    /// <param name="element">The element.</param>
    public bool Has(int element) => _matches.ContainsKey(element);

    /// <summary>Gets where an element stands, by first token, the longest first.</summary>
    /// <param name="element">The element.</param>
    public ReadOnlySpan<PhraseMatch> Of(int element) =>
        _matches.TryGetValue(element, out var matches) ? CollectionsMarshal.AsSpan(matches) : [];

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
}
