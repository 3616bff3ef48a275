using Pipeline.Text.Tagging;

namespace Pipeline.Evaluation.Topics;

/// <summary>Tags of an article, with its label.</summary>
/// <param name="Label">The label.</param>
/// <param name="Issues">The scores of the issues that the tags name, by id.</param>
internal sealed record TaggedTopic(string Label, IReadOnlyDictionary<string, double> Issues)
{
    /// <summary>Makes one of tags.</summary>
    public static TaggedTopic Of(string label, IReadOnlyList<IssueTag> tags) =>
        new(label, tags.ToDictionary(tag => tag.Id, tag => tag.Score, StringComparer.Ordinal));
}
