namespace Pipeline.Text.Tagging;

/// <summary>The issues that articles are tagged with.</summary>
public sealed class Taxonomy
{
    /// <summary>Gets the version: a hash of the content.</summary>
    public string Version { get; } = "0";

    /// <summary>Loads the taxonomy that ships with the product.</summary>
    public static Taxonomy LoadBuiltIn() => new();
}
