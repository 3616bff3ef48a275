namespace Pipeline.Text.Parsing.Elements.Names;

/// <summary>Who wrote an article, as a byline says it.</summary>
/// <param name="Authors">The names, in order.</param>
/// <param name="Source">The agency or publisher, or null.</param>
/// <param name="Published">A date at the byline's end, or null.</param>
internal sealed record Byline(IReadOnlyList<string> Authors, string? Source, PublicationDate? Published);
