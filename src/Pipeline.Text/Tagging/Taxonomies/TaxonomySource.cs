namespace Pipeline.Text.Tagging.Taxonomies;

/// <summary>What a taxonomy file says, with the lines where it says it.</summary>
internal sealed class TaxonomySource
{
    /// <summary>Gets the word sets in the order of the file.</summary>
    public List<(string Name, IReadOnlyList<string> Words, int Line)> WordSets { get; } = [];

    /// <summary>Gets the concepts in the order of the file; <c>Terms</c> holds the listed ones only, with the line of each.</summary>
    public List<(Concept Concept, int Line, IReadOnlyList<int> TermLines)> Concepts { get; } = [];
}
