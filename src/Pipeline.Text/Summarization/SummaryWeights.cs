namespace Pipeline.Text.Summarization;

/// <summary>
/// How much each feature of a sentence counts. Chosen on one half of a set of news articles with reference highlights
/// for three sentences, and checked on the other half; those of issues and actors by reading.
/// </summary>
internal sealed record SummaryWeights
{
    public double Position { get; init; } = 1.0;

    public double PositionDecay { get; init; } = 4;

    public double ParagraphStart { get; init; } = 0.05;

    public double Centrality { get; init; } = 1.0;

    public double LeadSimilarity { get; init; } = 0.3;

    public double Title { get; init; } = 0.3;

    public double Issues { get; init; } = 0.15;

    public double Actors { get; init; } = 0.15;

    public double Leaning { get; init; } = 0.1;

    public double Quotation { get; init; } = 0.1;

    public double Length { get; init; } = 0.3;

    public double IdealWords { get; init; } = 22;

    public double Redundancy { get; init; } = 0.6;

    public double ListItem { get; init; } = 0.3;
}
