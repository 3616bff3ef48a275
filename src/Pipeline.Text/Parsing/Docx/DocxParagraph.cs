using System.Text;

namespace Pipeline.Text.Parsing.Docx;

/// <summary>A paragraph of a document, or a row of a table.</summary>
internal sealed class DocxParagraph
{
    /// <summary>Gets the text; line breaks are line feeds.</summary>
    public StringBuilder Text { get; } = new();

    /// <summary>Gets or sets the id of the style.</summary>
    public string? StyleId { get; set; }

    /// <summary>Gets or sets the outline level that the paragraph itself has, from 0.</summary>
    public int? Outline { get; set; }

    /// <summary>Gets or sets a value indicating whether the paragraph is numbered or has a bullet.</summary>
    public bool IsNumbered { get; set; }

    /// <summary>Gets or sets a value indicating whether this is a row of a table: its cells, joined.</summary>
    public bool IsRow { get; set; }

    /// <summary>Gets or sets how many characters are bold, or not.</summary>
    public int BoldCharacters { get; set; }

    public int PlainCharacters { get; set; }
}
