using System.IO.Compression;
using System.Runtime.InteropServices;
using Pipeline.Text.Tagging.Actors.Recognition;

namespace Pipeline.Evaluation.Names;

/// <summary>Writes the model's file: the heaviest features, their weights brought to eight bits.</summary>
internal static class NameModelWriter
{
    private const int MaxFeatures = 160_000;

    // What is added to the beginning of a name after any word, in the file's units: a missed name costs as much as a false one,
    // but data that leave names out teach that most words are none. Chosen by cross-validation.
    private const int NameBias = 30;

    /// <summary>Writes a model.</summary>
    /// <param name="hashes">The features' hashes, by index.</param>
    /// <param name="trainer">Their weights.</param>
    public static byte[] Write(IReadOnlyList<uint> hashes, PerceptronTrainer trainer)
    {
        var chosen = Enumerable.Range(0, hashes.Count)
            .Select(index => (Index: index, Size: Size(trainer, index)))
            .Where(feature => feature.Size > 0 && hashes[feature.Index] != 0)
            .OrderByDescending(feature => feature.Size)
            .Take(MaxFeatures)
            .OrderBy(feature => hashes[feature.Index])
            .ToList();
        var scale = sbyte.MaxValue / chosen.Max(feature => feature.Size);
        var keys = chosen.Select(feature => hashes[feature.Index]).ToArray();
        var weights = chosen.SelectMany(feature => Enumerable.Range(0, NameModel.Lanes).Select(lane => (sbyte)Math.Round(trainer.Weight(feature.Index, lane) * scale))).ToArray();
        var transitions = Enumerable.Range(0, NameLabels.Count * NameLabels.Count)
            .Select(index => (int)Math.Round(trainer.Transition(index) * scale) + (NameLabels.Begins(index % NameLabels.Count) ? NameBias : 0))
            .ToArray();
        using var file = new MemoryStream();
        using (var writer = new BinaryWriter(new BrotliStream(file, CompressionLevel.SmallestSize)))
        {
            writer.Write(NameModel.Version);
            writer.Write(keys.Length);
            writer.Write(MemoryMarshal.AsBytes(transitions.AsSpan()));
            writer.Write(MemoryMarshal.AsBytes(keys.AsSpan()));
            writer.Write(MemoryMarshal.AsBytes(weights.AsSpan()));
        }

        return file.ToArray();
    }

    private static double Size(PerceptronTrainer trainer, int index)
    {
        var size = 0.0;
        for (var lane = 0; lane < NameModel.Lanes; lane++)
        {
            size = Math.Max(size, Math.Abs(trainer.Weight(index, lane)));
        }

        return size;
    }
}
