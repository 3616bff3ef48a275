namespace Pipeline.Text.Tagging.Taxonomies;

/// <summary>How much a taxonomy file may hold. The defaults are some ten times what the built-in taxonomy holds.</summary>
public sealed record TaxonomyLimits
{
    /// <summary>Gets the defaults, which hold for everything that a user writes.</summary>
    public static TaxonomyLimits Default { get; } = new();

    /// <summary>Gets what lets everything through: for taxonomies that are generated to measure with.</summary>
    public static TaxonomyLimits None { get; } = new()
    {
        MaxBytes = int.MaxValue,
        MaxConcepts = int.MaxValue,
        MaxTerms = int.MaxValue,
        MaxPhrases = int.MaxValue,
        MaxStringLength = int.MaxValue,
    };

    /// <summary>Gets the longest file, in bytes. The default is 16 MiB.</summary>
    public int MaxBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Gets the most concepts. The default is 10,000.</summary>
    public int MaxConcepts { get; init; } = 10_000;

    /// <summary>Gets the most terms of all concepts together. The default is 200,000.</summary>
    public int MaxTerms { get; init; } = 200_000;

    /// <summary>Gets the most phrases that all patterns together stand for: what memory is needed for. The default is 1,000,000.</summary>
    public int MaxPhrases { get; init; } = 1_000_000;

    /// <summary>Gets the longest string, in UTF-16 code units. The default is 4,000.</summary>
    public int MaxStringLength { get; init; } = 4_000;
}
