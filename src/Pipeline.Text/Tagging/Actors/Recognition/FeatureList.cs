using System.Runtime.InteropServices;

namespace Pipeline.Text.Tagging.Actors.Recognition;

/// <summary>The features of the words of a sentence, as hashes.</summary>
internal sealed class FeatureList
{
    private readonly List<uint> _hashes = [];
    private readonly List<int> _ends = [];

    /// <summary>Gets the number of words.</summary>
    public int Count => _ends.Count;

    /// <summary>Gets the features of a word.</summary>
    /// <param name="word">Its index.</param>
    public ReadOnlySpan<uint> this[int word]
    {
        get
        {
            var start = word == 0 ? 0 : _ends[word - 1];
            return CollectionsMarshal.AsSpan(_hashes)[start.._ends[word]];
        }
    }

    /// <summary>Removes everything.</summary>
    public void Clear()
    {
        _hashes.Clear();
        _ends.Clear();
    }

    /// <summary>Adds a feature to the word at hand.</summary>
    /// <param name="template">The kind of feature.</param>
    /// <param name="value">Its value.</param>
    public void Add(uint template, uint value) => _hashes.Add(Mix(template, value));

    /// <summary>Adds a feature of two values to the word at hand.</summary>
    /// <param name="template">The kind of feature.</param>
    /// <param name="first">Its first value.</param>
    /// <param name="second">Its second value.</param>
    public void Add(uint template, uint first, uint second) => _hashes.Add(Mix(Mix(template, first), second));

    /// <summary>Ends the word at hand.</summary>
    public void EndWord() => _ends.Add(_hashes.Count);

    // The multipliers and shifts of MurmurHash3's finaliser, https://github.com/aappleby/smhasher.
    private static uint Mix(uint state, uint value)
    {
        var hash = (state * 0x9E3779B1) ^ value;
        hash = (hash ^ (hash >> 16)) * 0x85EBCA6B;
        hash = (hash ^ (hash >> 13)) * 0xC2B2AE35;
        return hash ^ (hash >> 16);
    }
}
