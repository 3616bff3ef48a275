namespace Pipeline.Evaluation.Training;

/// <summary>How trees are grown. Chosen by cross-validation.</summary>
internal sealed record BoostingOptions
{
    public int Trees { get; init; } = 400;

    public int MaxLeaves { get; init; } = 12;

    public double LearningRate { get; init; } = 0.05;

    /// <summary>Gets the weight that a leaf must hold: the sum of the second derivatives of its rows.</summary>
    public double MinLeafWeight { get; init; } = 4;

    public double L2 { get; init; } = 5;

    /// <summary>Gets the part of the rows that each tree sees.</summary>
    public double RowShare { get; init; } = 0.6;

    /// <summary>Gets the part of the features that each tree sees.</summary>
    public double FeatureShare { get; init; } = 0.35;

    public int Seed { get; init; } = 1;
}
