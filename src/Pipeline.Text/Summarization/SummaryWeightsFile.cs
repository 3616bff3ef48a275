namespace Pipeline.Text.Summarization;

/// <summary>A file of weights.</summary>
internal sealed record SummaryWeightsFile
{
    /// <summary>Gets the version of the format.</summary>
    public required int Version { get; init; }

    /// <summary>Gets the features' weights by their names.</summary>
    public required IReadOnlyDictionary<string, double> Features { get; init; }

    /// <summary>Gets what is lost by saying what a chosen sentence says.</summary>
    public required double Redundancy { get; init; }
}
