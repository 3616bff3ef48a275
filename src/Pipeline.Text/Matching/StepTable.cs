namespace Pipeline.Text.Matching;

/// <summary>
/// The steps of an automaton but those from its start: a hash table with open addressing, whose keys stand by themselves. Most steps
/// that are looked for are not there, and to see that, one place of memory is read, however large the table.
/// </summary>
internal sealed class StepTable
{
    // 2 to the 64th by the golden ratio (Knuth, The Art of Computer Programming 3, 6.4).
    private const ulong Mix = 0x9E3779B97F4A7C15;

    // The table is at most half full, so that runs are short.
    private const int Room = 2;
    private const int LeastBits = 4;
    private const int KeyBits = 64;

    private ulong[] _keys = new ulong[1 << LeastBits];
    private int[] _targets = new int[1 << LeastBits];
    private int _shift = KeyBits - LeastBits;
    private int _count;

    /// <summary>Finds where a step leads.</summary>
    /// <param name="state">The state it is from; above 0.</param>
    /// <param name="word">The number of the word.</param>
    /// <returns>The state; 0, the start, where there is no such step.</returns>
    public int Find(int state, int word)
    {
        var key = KeyOf(state, word);
        var slot = SlotOf(key);
        return _keys[slot] == key ? _targets[slot] : 0;
    }

    /// <summary>Adds a step that is not there.</summary>
    /// <param name="state">The state it is from; above 0.</param>
    /// <param name="word">The number of the word.</param>
    /// <param name="target">Where it leads; above 0.</param>
    public void Add(int state, int word, int target)
    {
        if ((_count + 1) * Room > _keys.Length)
        {
            Grow();
        }

        _count++;
        Put(KeyOf(state, word), target);
    }

    private void Grow()
    {
        var (keys, targets) = (_keys, _targets);
        (_keys, _targets, _shift) = (new ulong[keys.Length * Room], new int[keys.Length * Room], _shift - 1);
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i] != 0)
            {
                Put(keys[i], targets[i]);
            }
        }
    }

    private void Put(ulong key, int target)
    {
        var slot = SlotOf(key);
        (_keys[slot], _targets[slot]) = (key, target);
    }

    /// <summary>Finds the place of a key, or the free one where it belongs.</summary>
    private int SlotOf(ulong key)
    {
        var slot = (int)(key >> _shift);
        while (_keys[slot] != 0 && _keys[slot] != key)
        {
            slot = (slot + 1) & (_keys.Length - 1);
        }

        return slot;
    }

    // Each step has another key, as the factor is odd, and none has 0, which stands for nothing.
    private static ulong KeyOf(int state, int word) => unchecked((((ulong)(uint)state << 32) | (uint)word) * Mix);
}
