using Pipeline.Text;

namespace Pipeline.Processing.Queries.Responses;

/// <summary>An article's text, as it is served.</summary>
/// <param name="Id">The article's id.</param>
/// <param name="Version">The version of the parsed article: offsets of the same version point into this text.</param>
/// <param name="Title">The title.</param>
/// <param name="Text">The body, paragraphs joined by a blank line.</param>
/// <param name="Blocks">The paragraphs, headings, list items, quotes and table rows of the text.</param>
/// <param name="Quotations">The quotations in the text, with their speakers where it names them; null where there is none.</param>
public sealed record TextResponse(
    string Id, string Version, string? Title, string Text, IReadOnlyList<Block> Blocks, IReadOnlyList<Quotation>? Quotations);
