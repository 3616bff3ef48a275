namespace Pipeline.Text.Tagging.Taxonomies;

/// <summary>What a taxonomy file says, with the lines where it says it; line 0 for what comes from the built-in taxonomy.</summary>
internal sealed class TaxonomySource
{
    /// <summary>Gets or sets a value indicating whether the file adds to the built-in taxonomy and does not stand alone.</summary>
    public bool Extends { get; set; }

    /// <summary>Gets the word sets in the order of the file.</summary>
    public List<(string Name, IReadOnlyList<string> Words, int Line)> WordSets { get; } = [];

    /// <summary>Gets the concepts in the order of the file.</summary>
    public List<ConceptSource> Concepts { get; } = [];

    /// <summary>Gets the ids of the built-in concepts that the file leaves out.</summary>
    public List<(string Id, int Line)> Removed { get; } = [];
}
