using System.Runtime.CompilerServices;

namespace Pipeline.Text.Tagging.Scoring;

/// <summary>The values of each <see cref="IssueFeature"/> for one article and one issue.</summary>
[InlineArray(Count)]
internal struct IssueFeatures
{
    /// <summary>How many features there are.</summary>
    public const int Count = (int)IssueFeature.WordsBehind + 1;

    private double _first;

    /// <summary>Gets or sets a value.</summary>
    public double this[IssueFeature feature]
    {
        readonly get => this[(int)feature];
        set => this[(int)feature] = value;
    }
}
