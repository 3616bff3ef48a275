namespace Pipeline.Text.Duplicates;

/// <summary>
/// MinHash: of two sets, the share of equal values at the same places is about the share of members that they have in common
/// (Broder, "On the Resemblance and Containment of Documents", 1997).
/// </summary>
internal static class MinHash
{
    private const ulong GoldenRatio = 0x9E3779B97F4A7C15;

    /// <summary>Signs a set: each value is the smallest hash of its members by a hash function of its own.</summary>
    /// <param name="members">The members, as hashes.</param>
    /// <param name="signature">Where the values go.</param>
    public static void Sign(ReadOnlySpan<ulong> members, Span<ulong> signature)
    {
        signature.Fill(ulong.MaxValue);
        foreach (var member in members)
        {
            for (var i = 0; i < signature.Length; i++)
            {
                signature[i] = Math.Min(signature[i], Mix(member + ((ulong)i * GoldenRatio)));
            }
        }
    }

    /// <summary>Joins values to one.</summary>
    /// <param name="values">The values, in order.</param>
    public static ulong Join(ReadOnlySpan<ulong> values)
    {
        var joined = 0UL;
        foreach (var value in values)
        {
            joined = Mix(joined ^ value);
        }

        return joined;
    }

    /// <summary>Mixes the bits of a value: the finaliser of SplitMix64 (Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", 2014).</summary>
    /// <param name="value">The value.</param>
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
