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

/// <summary>What is known of one issue.</summary>
/// <param name="Rarity">The logarithm of how many articles there are for one that names it: what news name everywhere is often named in passing.</param>
/// <param name="Threshold">The least score of an article that is tagged with it.</param>
internal readonly record struct IssueFacts(float Rarity, float Threshold)
{
    /// <summary>The threshold where nothing else is known: as likely as not.</summary>
    public const float DefaultThreshold = 0.5f;

    /// <summary>Gets what is taken of an issue that no labelled article has. The rarity is about that of the middle issue of the built-in taxonomy.</summary>
    public static IssueFacts Typical { get; } = new(3.5f, DefaultThreshold);
}
