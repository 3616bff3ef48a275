using System.IO.Compression;
using System.Numerics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Pipeline.Text.Tagging.Actors.Recognition;

/// <summary>The weights of the recogniser's features: for each feature one of eight bits for every label but "outside".</summary>
/// <remarks>
/// The file, compressed with Brotli, all numbers in little-endian order: the version, the number of features, the
/// transitions (<see cref="NameLabels.Count"/> squared, 32 bits each), the features' hashes in ascending order (32 bits each),
/// their weights (16 a feature). <c>Data/README.md</c> says what it was learned from.
/// </remarks>
internal sealed class NameModel
{
    /// <summary>The version of the file and of the features: raise it when either changes.</summary>
    public const int Version = 1;

    /// <summary>The number of weights of a feature.</summary>
    public const int Lanes = NameLabels.Count - 1;

    private readonly uint[] _keys;
    private readonly sbyte[] _weights;
    private readonly int[] _transitions;
    private readonly uint _mask;

    public NameModel(ReadOnlySpan<uint> hashes, ReadOnlySpan<sbyte> weights, int[] transitions)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)(hashes.Length * 3L / 2) + 2);
        _mask = (uint)size - 1;
        _keys = new uint[size];
        _weights = new sbyte[size * Lanes];
        _transitions = transitions;
        for (var i = 0; i < hashes.Length; i++)
        {
            var slot = hashes[i] & _mask;
            while (_keys[slot] != 0)
            {
                slot = (slot + 1) & _mask;
            }

            _keys[slot] = hashes[i];
            weights.Slice(i * Lanes, Lanes).CopyTo(_weights.AsSpan((int)slot * Lanes));
        }
    }

    /// <summary>Gets what a label adds after another: <c>[from * Count + to]</c>.</summary>
    public ReadOnlySpan<int> Transitions => _transitions;

    /// <summary>Loads the model that ships with the product.</summary>
    public static NameModel LoadBuiltIn()
    {
        const string Name = "Pipeline.Text.Tagging.Actors.Data.names.model";
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Name) ?? throw new InvalidOperationException($"The assembly holds no {Name}.");
        return Read(stream);
    }

    /// <summary>Reads a model.</summary>
    /// <param name="stream">The file.</param>
    /// <exception cref="InvalidDataException">It is not of this version.</exception>
    public static NameModel Read(Stream stream)
    {
        using var brotli = new BrotliStream(stream, CompressionMode.Decompress);
        using var reader = new BinaryReader(brotli);
        if (reader.ReadInt32() != Version)
        {
            throw new InvalidDataException($"The model of names is not of version {Version}.");
        }

        var count = reader.ReadInt32();
        var transitions = new int[NameLabels.Count * NameLabels.Count];
        var hashes = new uint[count];
        var weights = new sbyte[count * Lanes];
        brotli.ReadExactly(MemoryMarshal.AsBytes(transitions.AsSpan()));
        brotli.ReadExactly(MemoryMarshal.AsBytes(hashes.AsSpan()));
        brotli.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
        return new NameModel(hashes, weights, transitions);
    }

    /// <summary>Works out the scores of a word's labels.</summary>
    /// <param name="features">The word's features.</param>
    /// <param name="scores">Where the scores go.</param>
    public void Score(ReadOnlySpan<uint> features, Span<int> scores)
    {
        var sum = Vector256<short>.Zero;
        foreach (var feature in features)
        {
            var slot = feature & _mask;
            while (_keys[slot] != feature && _keys[slot] != 0)
            {
                slot = (slot + 1) & _mask;
            }

            if (_keys[slot] != 0)
            {
                var weights = Vector128.Create<sbyte>(_weights.AsSpan((int)slot * Lanes, Lanes));
                sum += Vector256.Create(Vector128.WidenLower(weights), Vector128.WidenUpper(weights));
            }
        }

        scores[NameLabels.Outside] = 0;
        Vector256.WidenLower(sum).CopyTo(scores[1..]);
        Vector256.WidenUpper(sum).CopyTo(scores[(1 + (Lanes / 2))..]);
    }
}
