namespace Pipeline.Text.Tagging.Taxonomies;

/// <summary>One thing that is wrong with a taxonomy file.</summary>
/// <param name="Line">The line of the file, from 1.</param>
/// <param name="Message">What is wrong, and with what.</param>
/// <param name="IsWarning">Whether the taxonomy can be used all the same.</param>
public sealed record TaxonomyProblem(int Line, string Message, bool IsWarning = false)
{
    /// <inheritdoc/>
    public override string ToString() => IsWarning ? $"line {Line}: warning: {Message}" : $"line {Line}: {Message}";
}
