using System.Numerics;

namespace Pipeline.Text.Matching;

/// <summary>
/// The numbers of words by their keys: a hash table with open addressing over hashes that are worked out already. Most words that are looked for
/// are not there, and to see that, one place of memory is read, as in <see cref="PairTable"/>.
/// </summary>
internal sealed class KeyTable
{
    // At most a quarter of the table is taken, so that runs are short.
    private const int Room = 4;

    private readonly Slot[] _slots;
    private readonly string[] _keys;

    /// <summary>Initializes a new instance of the <see cref="KeyTable"/> class.</summary>
    /// <param name="keys">The keys, all different; their numbers are their places.</param>
    public KeyTable(string[] keys)
    {
        _keys = keys;
        _slots = new Slot[BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, keys.Length) * Room)];
        for (var number = 0; number < keys.Length; number++)
        {
            var hash = StableHash.Of(keys[number]);
            var at = hash & (uint)(_slots.Length - 1);
            while (_slots[at].Next != 0)
            {
                at = (at + 1) & (uint)(_slots.Length - 1);
            }

            _slots[at] = new Slot(hash, number + 1);
        }
    }

    /// <summary>Finds a word.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="hash">The key's <see cref="StableHash"/>.</param>
    /// <returns>Its number; -1 where it is not there.</returns>
    public int Find(ReadOnlySpan<char> key, uint hash)
    {
        var at = hash & (uint)(_slots.Length - 1);
        while (_slots[at] is { Next: > 0 } slot)
        {
            if (slot.Hash == hash && key.SequenceEqual(_keys[slot.Next - 1]))
            {
                return slot.Next - 1;
            }

            at = (at + 1) & (uint)(_slots.Length - 1);
        }

        return -1;
    }

    /// <summary>A place of the table.</summary>
    /// <param name="Hash">The hash of the key.</param>
    /// <param name="Next">The number that follows the word's; 0 where the place is free.</param>
    private readonly record struct Slot(uint Hash, int Next);
}
