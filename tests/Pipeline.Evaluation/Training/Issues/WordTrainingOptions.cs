namespace Pipeline.Evaluation.Training.Issues;

/// <summary>How a model of words is learned.</summary>
internal sealed record WordTrainingOptions
{
    /// <summary>Gets what an error costs. The default was chosen by cross-validation on the development half.</summary>
    public double Cost { get; init; } = 1;

    /// <summary>Gets how many articles an issue needs at least. The default is 8: from fewer, a few words of one event are learned.</summary>
    public int MinArticles { get; init; } = 8;

    /// <summary>Gets how many words and pairs are known, those of most articles. The default of 50,000 keeps the file near 1 MB.</summary>
    public int MaxGrams { get; init; } = 50_000;
}
