namespace Pipeline.Text.Tagging.Taxonomies;

/// <summary>Puts a file that extends the built-in taxonomy together with it.</summary>
internal static class TaxonomyExtension
{
    private static readonly Dictionary<string, IReadOnlyList<int>> NoLines = [];

    /// <summary>
    /// Returns the built-in taxonomy without the concepts that the extension removes, with those of the extension added; a
    /// concept or word set takes the place of the built-in one of its name.
    /// </summary>
    /// <param name="builtIn">The built-in taxonomy.</param>
    /// <param name="extension">The file.</param>
    /// <param name="problems">What takes the removals of concepts that are not there.</param>
    public static TaxonomySource Merge(TaxonomySource builtIn, TaxonomySource extension, List<TaxonomyProblem> problems)
    {
        var known = builtIn.Concepts.Select(item => item.Concept.Id).ToHashSet(StringComparer.Ordinal);
        problems.AddRange(extension.Removed
            .Where(removed => !known.Contains(removed.Id))
            .Select(removed => new TaxonomyProblem(removed.Line, $"\"remove\" names the concept \"{removed.Id}\", which the built-in taxonomy does not have")));

        var removed = extension.Removed.Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        var redefined = extension.Concepts.Select(item => item.Concept.Id).ToHashSet(StringComparer.Ordinal);
        var sets = extension.WordSets.Select(item => item.Name).ToHashSet(StringComparer.Ordinal);
        var merged = new TaxonomySource();

        // Word sets may name those before them, so that the file's own come last.
        merged.WordSets.AddRange(builtIn.WordSets.Where(item => !sets.Contains(item.Name)).Select(item => item with { Line = 0 }));
        merged.WordSets.AddRange(extension.WordSets);
        merged.Concepts.AddRange(builtIn.Concepts
            .Where(item => !removed.Contains(item.Concept.Id) && !redefined.Contains(item.Concept.Id))
            .Select(item => new ConceptSource(Without(item.Concept, removed), 0, NoLines)));
        merged.Concepts.AddRange(extension.Concepts);
        return merged;
    }

    private static Concept Without(Concept concept, HashSet<string> removed) =>
        concept.Broader.Any(removed.Contains) || concept.Related.Any(removed.Contains)
            ? concept with
            {
                Broader = [.. concept.Broader.Where(id => !removed.Contains(id))],
                Related = [.. concept.Related.Where(id => !removed.Contains(id))],
            }
            : concept;
}
