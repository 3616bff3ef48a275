using System.Text;
using Pipeline.Text.Tagging.Scoring;

namespace Pipeline.Text.Tagging.Model;

/// <summary>Reads a model; <c>README.md</c> describes the format.</summary>
internal static class IssueModelReader
{
    /// <summary>What a file starts with: its kind and the version of the format.</summary>
    public const uint Signature = 0x314D4950; // "PIM1"

    /// <summary>What an inverse document frequency is a multiple of.</summary>
    public const float RarityStep = 0.05f;

    /// <summary>Reads a model.</summary>
    /// <param name="stream">The file; left open.</param>
    /// <exception cref="FormatException">It is no model, or made for other features.</exception>
    public static IssueModel Read(Stream stream)
    {
        try
        {
            using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
            return reader.ReadUInt32() == Signature
                ? new IssueModel(ReadWeights(reader), ReadIssues(reader), ReadWords(reader))
                : throw new FormatException("The file is no model of issues of this format.");
        }
        catch (EndOfStreamException ex)
        {
            throw new FormatException("The model is cut short.", ex);
        }
    }

    private static ScoreWeights ReadWeights(BinaryReader reader)
    {
        var count = reader.ReadByte();
        return count == IssueFeatures.Count
            ? new ScoreWeights(ReadSingles(reader, count))
            : throw new FormatException($"The model is made for {count} features; there are {IssueFeatures.Count}.");
    }

    private static Dictionary<string, IssueFacts> ReadIssues(BinaryReader reader)
    {
        var count = reader.ReadUInt16();
        var issues = new Dictionary<string, IssueFacts>(count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            issues.Add(reader.ReadString(), new IssueFacts(reader.ReadSingle(), reader.ReadSingle()));
        }

        return issues;
    }

    private static WordModel ReadWords(BinaryReader reader)
    {
        var concepts = new string[reader.ReadByte()];
        var biases = new float[concepts.Length];
        var steps = new float[concepts.Length];
        for (var i = 0; i < concepts.Length; i++)
        {
            (concepts[i], biases[i], steps[i]) = (reader.ReadString(), reader.ReadSingle(), reader.ReadSingle());
        }

        var grams = reader.ReadInt32();
        var hashes = new uint[grams];
        var rarities = new float[grams];
        var starts = new int[grams + 1];
        for (var i = 0; i < grams; i++)
        {
            (hashes[i], rarities[i]) = (reader.ReadUInt32(), reader.ReadByte() * RarityStep);
            starts[i + 1] = starts[i] + reader.ReadByte();
        }

        var issues = new byte[starts[grams]];
        var weights = new float[issues.Length];
        for (var i = 0; i < issues.Length; i++)
        {
            issues[i] = reader.ReadByte();
            weights[i] = issues[i] < concepts.Length
                ? reader.ReadSByte() * steps[issues[i]]
                : throw new FormatException($"The model has a weight for issue {issues[i]} of {concepts.Length}.");
        }

        return new WordModel(concepts, biases, hashes, rarities, starts, issues, weights);
    }

    private static float[] ReadSingles(BinaryReader reader, int count)
    {
        var values = new float[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = reader.ReadSingle();
        }

        return values;
    }
}
