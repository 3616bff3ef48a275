using System.IO.Compression;
using System.Text;

namespace Pipeline.Text.Tests.Parsing.Docx;

/// <summary>Writes small Word documents from the markup of their body.</summary>
internal sealed class DocxFile
{
    public const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    private readonly StringBuilder _body = new();

    /// <summary>Gets the parts beside the main one.</summary>
    public Dictionary<string, string> Parts { get; } = new() { ["[Content_Types].xml"] = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>" };

    public string Namespace { get; init; } = Transitional;

    /// <summary>Gets or sets what stands in front of the document's element.</summary>
    public string Prolog { get; set; } = string.Empty;

    /// <summary>Adds a paragraph of plain text.</summary>
    public DocxFile Paragraph(string text, string? style = null) =>
        Markup($"<w:p>{(style is null ? "" : $"<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>")}<w:r><w:t>{text}</w:t></w:r></w:p>");

    /// <summary>Adds markup to the body.</summary>
    public DocxFile Markup(string markup)
    {
        _body.Append(markup);
        return this;
    }

    /// <summary>Adds the styles part.</summary>
    public DocxFile Styles(params (string Id, string Name, string Properties)[] styles)
    {
        Parts["word/styles.xml"] = $"<w:styles xmlns:w=\"{Namespace}\">{string.Concat(styles.Select(style => $"<w:style w:type=\"paragraph\" w:styleId=\"{style.Id}\"><w:name w:val=\"{style.Name}\"/>{style.Properties}</w:style>"))}</w:styles>";
        return this;
    }

    /// <summary>Adds the properties part.</summary>
    public DocxFile Properties(string title, string creator, string created)
    {
        Parts["docProps/core.xml"] = $"<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\"><dc:title>{title}</dc:title><dc:creator>{creator}</dc:creator><dcterms:created>{created}</dcterms:created></cp:coreProperties>";
        return this;
    }

    public byte[] ToBytes()
    {
        using var output = new MemoryStream();
        using (var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in Parts.Append(new("word/document.xml", $"{Prolog}<w:document xmlns:w=\"{Namespace}\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><w:body>{_body}</w:body></w:document>")))
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return output.ToArray();
    }
}
