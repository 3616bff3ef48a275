namespace Pipeline.Text.Summarization.Digests;

/// <summary>A sentence that a digest may choose.</summary>
/// <param name="Article">The number of its article.</param>
/// <param name="Candidate">Its number among the article's candidates.</param>
/// <param name="Story">The number of its story.</param>
/// <param name="Source">The number of its source; an article without a source counts as one.</param>
internal sealed record DigestRow(int Article, int Candidate, int Story, int Source)
{
    /// <summary>Gets its length in words.</summary>
    public required int Words { get; init; }

    /// <summary>Gets its score within its article.</summary>
    public required double Salience { get; init; }

    /// <summary>Gets how much it has in common with all sentences of its story, from 0 to 1.</summary>
    public required double Centrality { get; init; }

    /// <summary>Gets how much it has in common with the titles of its story, from 0 to 1.</summary>
    public required double TitleOverlap { get; init; }

    /// <summary>Gets a value indicating whether it holds evidence of the issue that is asked for.</summary>
    public required bool ShowsIssue { get; init; }

    /// <summary>Gets its terms.</summary>
    public required TermVector Vector { get; init; }

    /// <summary>Gets the numbers of its concepts, each once.</summary>
    public required int[] Concepts { get; init; }

    /// <summary>Gets the numbers of the rows of which one must be chosen before this one; empty where nothing helps it, null where it stands alone.</summary>
    public required int[]? Needs { get; init; }
}
