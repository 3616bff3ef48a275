namespace Pipeline.Storage.Taxonomies;

/// <summary>What became of the user's taxonomy.</summary>
public enum TaxonomyState
{
    /// <summary>Articles are tagged with it.</summary>
    InForce,

    /// <summary>It is wrong. The one before it stays in force; where there was none, the built-in one.</summary>
    Refused,
}

/// <summary>The report on the user's taxonomy.</summary>
public sealed record TaxonomyReport
{
    /// <summary>The most problems that a report lists.</summary>
    public const int MaxProblems = 100;

    /// <summary>Gets what became of it.</summary>
    public required TaxonomyState State { get; init; }

    /// <summary>Gets the blob's name; of several, all names.</summary>
    public required string Blob { get; init; }

    /// <summary>Gets the blob's ETag, normalised.</summary>
    public required string ETag { get; init; }

    /// <summary>Gets when it was checked, in UTC.</summary>
    public required DateTimeOffset Checked { get; init; }

    /// <summary>Gets the version of the taxonomy that it gives; null where it is refused.</summary>
    public string? Version { get; init; }

    /// <summary>Gets how many problems there are, warnings included.</summary>
    public required int ProblemCount { get; init; }

    /// <summary>Gets the problems by line, at most <see cref="MaxProblems"/> of them.</summary>
    public required IReadOnlyList<TaxonomyReportProblem> Problems { get; init; }
}

/// <summary>A problem of the user's taxonomy.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="IsWarning">Whether the taxonomy can be used all the same.</param>
public sealed record TaxonomyReportProblem(int Line, string Message, bool IsWarning);
