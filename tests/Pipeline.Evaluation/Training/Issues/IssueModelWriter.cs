using System.Text;
using Pipeline.Text.Tagging.Model;
using Pipeline.Text.Tagging.Scoring;

namespace Pipeline.Evaluation.Training.Issues;

/// <summary>Writes a model as <see cref="IssueModelReader"/> reads it.</summary>
internal static class IssueModelWriter
{
    /// <summary>Writes a model.</summary>
    public static void Write(IssueModel model, Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(IssueModelReader.Signature);
        writer.Write((byte)IssueFeatures.Count);
        for (var feature = 0; feature < IssueFeatures.Count; feature++)
        {
            writer.Write(model.Weights[(IssueFeature)feature]);
        }

        writer.Write((ushort)model.Issues.Count);
        foreach (var (id, facts) in model.Issues.OrderBy(issue => issue.Key, StringComparer.Ordinal))
        {
            writer.Write(id);
            writer.Write(facts.Rarity);
            writer.Write(facts.Threshold);
        }

        WriteWords(model.Words, writer);
    }

    private static void WriteWords(WordModel words, BinaryWriter writer)
    {
        var steps = new float[words.Concepts.Count];
        foreach (var (issue, weight) in words.Grams.SelectMany(gram => gram.Weights))
        {
            steps[issue] = Math.Max(steps[issue], Math.Abs(weight) / sbyte.MaxValue);
        }

        writer.Write((byte)words.Concepts.Count);
        for (var issue = 0; issue < steps.Length; issue++)
        {
            writer.Write(words.Concepts[issue]);
            writer.Write(words.Biases[issue]);
            writer.Write(steps[issue]);
        }

        writer.Write(words.Grams.Count());
        foreach (var gram in words.Grams)
        {
            writer.Write(gram.Hash);
            writer.Write((byte)MathF.Round(gram.Rarity / IssueModelReader.RarityStep));
            writer.Write((byte)gram.Weights.Count);
        }

        foreach (var (issue, weight) in words.Grams.SelectMany(gram => gram.Weights))
        {
            writer.Write(issue);
            writer.Write((sbyte)MathF.Round(weight / steps[issue]));
        }
    }
}
