namespace Pipeline.Evaluation.Scoring;

/// <summary>How one page came out. What its gold does not say is null.</summary>
internal sealed record PageScore
{
    public required string Id { get; init; }

    /// <summary>Gets a value indicating whether there was no prediction for the page.</summary>
    public required bool IsMissing { get; init; }

    public ShingleCounts? Shingles { get; init; }

    public double? WordF1 { get; init; }

    /// <summary>Gets how many of the snippets that the text must hold it holds.</summary>
    public required Share With { get; init; }

    /// <summary>Gets how many of the snippets that the text must not hold it lacks.</summary>
    public required Share Without { get; init; }

    public DateOutcome? Date { get; init; }

    public bool? IsTitleExact { get; init; }

    public double? AuthorF1 { get; init; }
}

/// <summary>A part of a whole.</summary>
internal readonly record struct Share(int Part, int Whole)
{
    /// <summary>Gets the part, from 0 to 1; null of nothing.</summary>
    public double? Value => Whole > 0 ? (double)Part / Whole : null;

    public static Share operator +(Share left, Share right) => new(left.Part + right.Part, left.Whole + right.Whole);
}

/// <summary>What became of a page's date.</summary>
internal enum DateOutcome
{
    Absent,
    Wrong,
    Correct,
}
