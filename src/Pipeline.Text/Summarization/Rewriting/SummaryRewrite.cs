namespace Pipeline.Text.Summarization.Rewriting;

/// <summary>What became of the rewriting of a summary.</summary>
public sealed record SummaryRewrite
{
    /// <summary>Gets the rewritten sentences, in reading order; empty where they are refused.</summary>
    public required IReadOnlyList<CitedSentence> Sentences { get; init; }

    /// <summary>Gets of how many sentences they are made: those that they cite are the summary of that length.</summary>
    public int? Of { get; init; }

    /// <summary>Gets the model that wrote them.</summary>
    public string? Model { get; init; }

    /// <summary>Gets why they are refused, for programs: a constant of <see cref="RewriteRefusal"/>; null where they are not.</summary>
    public string? Refused { get; init; }

    /// <summary>Gets why they are refused, for people.</summary>
    public string? Detail { get; init; }
}
