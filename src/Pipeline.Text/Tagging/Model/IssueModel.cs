using Pipeline.Text.Tagging.Scoring;

namespace Pipeline.Text.Tagging.Model;

/// <summary>What was learned of how articles show their issues; <c>README.md</c> says from what and how.</summary>
/// <param name="Weights">How much each feature says.</param>
/// <param name="Issues">What is known of single issues, by id.</param>
/// <param name="Words">What the words of an article say.</param>
internal sealed record IssueModel(ScoreWeights Weights, IReadOnlyDictionary<string, IssueFacts> Issues, WordModel Words)
{
    private const string FileName = "issue-model.bin";

    private static readonly Lazy<IssueModel> Shared = new(Load);

    /// <summary>Gets the model that ships in the assembly.</summary>
    public static IssueModel BuiltIn => Shared.Value;

    /// <summary>Gets what is known of an issue; of one that the model has not seen, what holds of the middle one.</summary>
    /// <param name="id">The issue's id.</param>
    public IssueFacts FactsOf(string id) => Issues.GetValueOrDefault(id, IssueFacts.Typical);

    private static IssueModel Load()
    {
        using var stream = typeof(IssueModel).Assembly.GetManifestResourceStream($"{typeof(IssueModel).Namespace}.{FileName}")
            ?? throw new InvalidOperationException($"The assembly holds no {FileName}.");
        return IssueModelReader.Read(stream);
    }
}
