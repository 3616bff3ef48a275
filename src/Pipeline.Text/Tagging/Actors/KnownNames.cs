using System.Collections;

namespace Pipeline.Text.Tagging.Actors;

/// <summary>The gazetteer's names in a sentence, in the order of their first words; of those that start at one word, the longest alone.</summary>
internal sealed class KnownNames : IReadOnlyList<NameCandidate>
{
    private readonly List<NameCandidate> _names = [];
    private int _longest;

    /// <inheritdoc/>
    public int Count => _names.Count;

    /// <inheritdoc/>
    public NameCandidate this[int index] => _names[index];

    /// <summary>Forgets all names: another sentence begins.</summary>
    public void Clear()
    {
        _names.Clear();
        _longest = 0;
    }

    /// <summary>Adds a name that starts behind the start of the last one.</summary>
    /// <param name="name">The name.</param>
    public void Add(NameCandidate name)
    {
        _names.Add(name);
        _longest = Math.Max(_longest, name.Length);
    }

    /// <summary>Returns the name that starts at a word; null where none does.</summary>
    /// <param name="start">The word.</param>
    public NameCandidate? Find(int start) => LastUpTo(start) is >= 0 and var index && _names[index].Start == start ? _names[index] : null;

    /// <summary>Tells whether a word belongs to a name.</summary>
    /// <param name="word">The word.</param>
    public bool Covers(int word)
    {
        for (var index = LastUpTo(word); index >= 0 && word - _names[index].Start < _longest; index--)
        {
            if (word < _names[index].End)
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public IEnumerator<NameCandidate> GetEnumerator() => _names.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Returns the index of the last name that starts at a word or before it; -1 where none does.</summary>
    private int LastUpTo(int word)
    {
        var (low, high) = (0, _names.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _names[middle].Start <= word ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }
}
