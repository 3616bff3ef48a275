using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using Pipeline.Text.Matching;

namespace Pipeline.Text.Duplicates;

/// <summary>
/// A text as 128 bytes by which nearly equal texts are found without the texts: MinHash over runs of three words, 64 values of
/// 16 bits. Four bands of four values find candidates: of texts that share .8 of their runs 88 in 100, of .9 nearly all
/// (Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", chapter 3); the whole signature says how much they share.
/// </summary>
public static class TextSignature
{
    /// <summary>The share of runs from which on two texts are nearly the same: reprints with another headline or a changed paragraph.</summary>
    public const double MinResemblance = 0.7;

    /// <summary>The length of a signature, in bytes.</summary>
    public const int Length = Values * sizeof(ushort);

    private const int Values = 64;
    private const int Bands = 4;
    private const int ValuesInBand = 4;
    private const int RunLength = 3;

    // Shorter texts share runs by chance: they are the same as a whole, or not at all.
    private const int MinWords = 20;

    // What comes behind is not looked at: a text of the longest kind is told by its first 20,000 words.
    private const int MaxWords = 20_000;

    /// <summary>Signs a text. Pure; the same under any culture and on any machine.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The signature: of a text of fewer than 20 words, the same for the same words alone; empty where it has none.</returns>
    public static byte[] Of(string text)
    {
        var tokens = Tokenizer.Tokenize(text);
        var words = new ulong[Math.Min(tokens.Length, MaxWords)];
        if (words.Length == 0)
        {
            return [];
        }

        for (var i = 0; i < words.Length; i++)
        {
            words[i] = HashOf(text.AsSpan(tokens[i].Start, tokens[i].Length));
        }

        var length = words.Length < MinWords ? words.Length : RunLength;
        var runs = new ulong[words.Length - length + 1];
        for (var i = 0; i < runs.Length; i++)
        {
            runs[i] = MinHash.Join(words.AsSpan(i, length));
        }

        Span<ulong> values = stackalloc ulong[Values];
        MinHash.Sign(runs, values);
        var signature = new byte[Length];
        for (var i = 0; i < Values; i++)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(signature.AsSpan(i * sizeof(ushort)), (ushort)values[i]);
        }

        return signature;
    }

    /// <summary>Returns the bands of a signature: texts that share one may be nearly the same.</summary>
    /// <param name="signature">The signature; an empty one has none.</param>
    public static IReadOnlyList<string> BandsOf(ReadOnlySpan<byte> signature)
    {
        if (signature.Length != Length)
        {
            return [];
        }

        var bands = new string[Bands];
        const int BytesInBand = ValuesInBand * sizeof(ushort);
        for (var band = 0; band < Bands; band++)
        {
            var joined = BinaryPrimitives.ReadUInt64LittleEndian(signature.Slice(band * BytesInBand, BytesInBand));
            bands[band] = string.Create(CultureInfo.InvariantCulture, $"{band}-{joined:x16}");
        }

        return bands;
    }

    /// <summary>Returns about which share of their runs two texts have in common, from 0 to 1.</summary>
    /// <param name="one">The signature of the one.</param>
    /// <param name="other">The signature of the other.</param>
    public static double Resemblance(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        if (one.Length != Length || other.Length != Length)
        {
            return 0;
        }

        var equal = 0;
        var left = MemoryMarshal.Cast<byte, ushort>(one);
        var right = MemoryMarshal.Cast<byte, ushort>(other);
        for (var i = 0; i < Values; i++)
        {
            equal += left[i] == right[i] ? 1 : 0;
        }

        return (double)equal / Values;
    }

    private static ulong HashOf(ReadOnlySpan<char> word)
    {
        const int MaxLength = 64;
        Span<char> lower = stackalloc char[MaxLength];
        var length = Characters.ToLower(word[..Math.Min(word.Length, MaxLength)], lower);
        return MinHash.Mix(StableHash.Of(lower[..length]));
    }
}
