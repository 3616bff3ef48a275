namespace Pipeline.Text.Tagging.Taxonomies;

/// <summary>A taxonomy file is not valid. Nothing of it is used.</summary>
public sealed class TaxonomyException : Exception
{
    private const int MostQuoted = 5;

    /// <summary>Initializes a new instance of the <see cref="TaxonomyException"/> class.</summary>
    /// <param name="problems">What is wrong, by line; at least one problem that is no warning.</param>
    public TaxonomyException(IReadOnlyList<TaxonomyProblem> problems)
        : base(Describe([.. problems.Where(problem => !problem.IsWarning)])) =>
        Problems = problems;

    /// <summary>Gets everything that is wrong, by line.</summary>
    public IReadOnlyList<TaxonomyProblem> Problems { get; }

    private static string Describe(TaxonomyProblem[] errors) =>
        $"The taxonomy is not valid: {string.Join("; ", errors.Take(MostQuoted))}{(errors.Length > MostQuoted ? $"; and {errors.Length - MostQuoted} more" : "")}.";
}
