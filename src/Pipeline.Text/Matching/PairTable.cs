namespace Pipeline.Text.Matching;

/// <summary>
/// Numbers of pairs of numbers, as of a state of an automaton and the word that is read next: a hash table with open addressing, whose keys stand by
/// themselves. To see that a pair is not there, one place of memory is read, however large the table.
/// </summary>
internal sealed class PairTable
{
    // 2 to the 64th by the golden ratio (Knuth, The Art of Computer Programming 3, 6.4).
    private const ulong Mix = 0x9E3779B97F4A7C15;

    // The table is at most half full, so that runs are short.
    private const int Room = 2;
    private const int LeastBits = 4;
    private const int KeyBits = 64;

    private ulong[] _keys = new ulong[1 << LeastBits];
    private int[] _values = new int[1 << LeastBits];
    private int _shift = KeyBits - LeastBits;
    private int _count;

    /// <summary>Finds a pair.</summary>
    /// <param name="first">The first; above 0.</param>
    /// <param name="second">The second.</param>
    /// <returns>Its number; 0 where it is not there.</returns>
    public int Find(int first, int second)
    {
        var key = KeyOf(first, second);
        var slot = SlotOf(key);
        return _keys[slot] == key ? _values[slot] : 0;
    }

    /// <summary>Adds a pair that is not there.</summary>
    /// <param name="first">The first; above 0.</param>
    /// <param name="second">The second.</param>
    /// <param name="value">Its number; above 0.</param>
    public void Add(int first, int second, int value)
    {
        if ((_count + 1) * Room > _keys.Length)
        {
            Grow();
        }

        _count++;
        Put(KeyOf(first, second), value);
    }

    private void Grow()
    {
        var (keys, values) = (_keys, _values);
        (_keys, _values, _shift) = (new ulong[keys.Length * Room], new int[keys.Length * Room], _shift - 1);
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i] != 0)
            {
                Put(keys[i], values[i]);
            }
        }
    }

    private void Put(ulong key, int value)
    {
        var slot = SlotOf(key);
        (_keys[slot], _values[slot]) = (key, value);
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

    // Each pair has another key, as the factor is odd, and none has 0, which stands for nothing.
    private static ulong KeyOf(int first, int second) => unchecked((((ulong)(uint)first << 32) | (uint)second) * Mix);
}
