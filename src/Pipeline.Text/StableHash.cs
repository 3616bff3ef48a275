namespace Pipeline.Text;

/// <summary>FNV-1a of 32 bits: the runtime's own hash of strings differs from run to run.</summary>
internal static class StableHash
{
    private const uint Basis = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>Returns the hash of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="seed">The hash of what stands before it.</param>
    public static uint Of(ReadOnlySpan<char> text, uint seed = Basis)
    {
        var hash = seed;
        foreach (var c in text)
        {
            hash = (hash ^ c) * Prime;
        }

        return hash;
    }
}
