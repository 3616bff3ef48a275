namespace Pipeline.Text.Tagging.Taxonomies;

/// <summary>A concept of a file, with the lines where the file says what.</summary>
/// <param name="Concept">The concept; <see cref="Concept.Terms"/> holds the listed terms only.</param>
/// <param name="Line">The line where the concept starts; 0 for one of the built-in taxonomy.</param>
/// <param name="Lines">The lines of each property, by name: of a list those of its items.</param>
internal sealed record ConceptSource(Concept Concept, int Line, IReadOnlyDictionary<string, IReadOnlyList<int>> Lines)
{
    /// <summary>Gets the line of a property's value; that of the concept where the file does not give the property.</summary>
    /// <param name="property">The property's name.</param>
    /// <param name="item">Which item of a list.</param>
    public int LineOf(string property, int item = 0) => Lines.TryGetValue(property, out var lines) && item < lines.Count ? lines[item] : Line;

    /// <summary>Gets the line of a listed term.</summary>
    /// <param name="term">The term's index.</param>
    public int LineOfTerm(int term) => LineOf("terms", term);
}
