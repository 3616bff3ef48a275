namespace Pipeline.Text.Tagging.Taxonomies;

/// <summary>The patterns of a taxonomy, read: each one once, by its text.</summary>
internal sealed class TaxonomyPatterns
{
    /// <summary>Gets the sequences of parts that the patterns of terms and labels stand for.</summary>
    public Dictionary<string, IReadOnlyList<IReadOnlyList<PatternPart>>> Terms { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the phrases that contexts and exceptions stand for.</summary>
    public Dictionary<string, IReadOnlyList<string>> Phrases { get; } = new(StringComparer.Ordinal);
}
