namespace Pipeline.Text.Tagging.Taxonomies;

/// <summary>A taxonomy file is not valid. Nothing of it is used.</summary>
public sealed class TaxonomyException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="TaxonomyException"/> class.</summary>
    /// <param name="problems">What is wrong, by line; at least one problem.</param>
    public TaxonomyException(IReadOnlyList<TaxonomyProblem> problems)
        : base($"The taxonomy is not valid: {string.Join("; ", problems.Take(5))}{(problems.Count > 5 ? $"; and {problems.Count - 5} more" : "")}.") =>
        Problems = problems;

    /// <summary>Gets everything that is wrong, by line.</summary>
    public IReadOnlyList<TaxonomyProblem> Problems { get; }
}
