namespace Pipeline.Text.Tagging.Taxonomies;

/// <summary>One thing that is wrong with a taxonomy file.</summary>
/// <param name="Line">The line of the file, from 1.</param>
/// <param name="Message">What is wrong, and with what.</param>
public sealed record TaxonomyProblem(int Line, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"line {Line}: {Message}";
}
