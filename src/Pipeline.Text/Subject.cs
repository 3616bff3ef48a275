namespace Pipeline.Text;

/// <summary>A subject that the publisher gave to an article. At least one of the code and the name is set.</summary>
/// <param name="Scheme">The vocabulary of the code, as the standards abbreviate it (<c>medtop</c> for IPTC Media Topics); null for a free keyword.</param>
/// <param name="Code">The code in that vocabulary.</param>
/// <param name="Name">The name, as the file has it.</param>
public sealed record Subject(string? Scheme, string? Code, string? Name);
