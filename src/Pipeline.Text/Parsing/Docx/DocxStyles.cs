using System.Globalization;
using System.Xml;

namespace Pipeline.Text.Parsing.Docx;

/// <summary>
/// The styles of a document. Word keeps the English names of its own styles in files of every language; other programs
/// and people translate them.
/// </summary>
internal sealed class DocxStyles
{
    private const int MaxBasedOn = 16;

    private static readonly string[] HeadingNames =
        ["heading", "überschrift", "titre", "título", "titolo", "kop", "rubrik", "overskrift", "nagłówek", "заголовок", "otsikko", "nadpis", "标题", "標題", "見出し", "제목"];

    private static readonly Dictionary<string, DocxRole> Roles = new Dictionary<DocxRole, string>
    {
        [DocxRole.Title] = "title|titel|titre|título|titolo|tytuł|название|headline|document title|article title",
        [DocxRole.Subtitle] = "subtitle|untertitel|sous-titre|subtítulo|sottotitolo|standfirst|deck|abstract|lead",
        [DocxRole.Quote] = "quote|intense quote|quotations|block text|block quote|blockquote|zitat|intensives zitat|citation|cita|citazione",
        [DocxRole.ListItem] = "list bullet|list bullet 2|list bullet 3|list number|list number 2|list number 3",
        [DocxRole.Author] = "author|authors|byline|autor|auteur|autore",
        [DocxRole.Date] = "date|datum|fecha|data|dateline",
        [DocxRole.Furniture] = "header|footer|caption|image caption|table caption|footnote text|endnote text|annotation text|comment text|balloon text|toc heading|page number|table of figures|beschriftung|légende|kopfzeile|fußzeile",
    }.SelectMany(pair => pair.Value.Split('|').Select(name => (name, pair.Key))).ToDictionary(pair => pair.name, pair => pair.Key, StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, RawStyle> _raw = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DocxStyle> _styles = new(StringComparer.Ordinal);

    /// <summary>Reads the part; null gives no styles.</summary>
    public static DocxStyles Read(XmlReader? reader)
    {
        var styles = new DocxStyles();
        var (id, style) = (string.Empty, new RawStyle());
        while (reader?.Read() == true)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (reader.LocalName)
            {
                case "style":
                    (id, style) = (WordMarkup.Attribute(reader, "styleId") ?? string.Empty, new RawStyle());
                    styles._raw[id] = style;
                    break;
                case "name":
                    style.Name = WordMarkup.Value(reader) ?? string.Empty;
                    break;
                case "basedOn":
                    style.BasedOn = WordMarkup.Value(reader);
                    break;
                case "outlineLvl":
                    style.Outline = WordMarkup.Number(reader);
                    break;
                case "b":
                    style.Bold = WordMarkup.IsOn(reader);
                    break;
                case "vanish":
                    style.Hidden = WordMarkup.IsOn(reader);
                    break;
                default:
                    break;
            }
        }

        return styles;
    }

    /// <summary>Returns a style by its id; that of plain text where there is none.</summary>
    public DocxStyle Find(string? id)
    {
        if (id is null)
        {
            return DocxStyle.Default;
        }

        if (!_styles.TryGetValue(id, out var style))
        {
            style = Resolve(id);
            _styles[id] = style;
        }

        return style;
    }

    /// <summary>Reads a style's role from its name, else from those that it builds on.</summary>
    private DocxStyle Resolve(string id)
    {
        var style = DocxStyle.Default;
        bool? bold = null, hidden = null;
        string? next = id;
        for (var i = 0; i < MaxBasedOn && next is not null; i++)
        {
            // Some programs use styles that they do not define.
            var raw = _raw.GetValueOrDefault(next) ?? new RawStyle { Name = next };
            if (style.Role == DocxRole.Text)
            {
                var (role, level) = RoleOf(raw);
                style = style with { Role = role, Level = level };
            }

            bold ??= raw.Bold;
            hidden ??= raw.Hidden;
            next = raw.BasedOn;
        }

        return style with { Bold = bold ?? false, Hidden = hidden ?? false };
    }

    private static (DocxRole Role, int Level) RoleOf(RawStyle style)
    {
        var name = style.Name.Trim();
        if (Roles.TryGetValue(name, out var role))
        {
            return (role, 0);
        }

        if (name.StartsWith("toc ", StringComparison.OrdinalIgnoreCase) || name.StartsWith("index ", StringComparison.OrdinalIgnoreCase))
        {
            return (DocxRole.Furniture, 0);
        }

        if (style.Outline is >= 0 and < 9)
        {
            return (DocxRole.Heading, style.Outline.Value + 1);
        }

        var heading = Array.Find(HeadingNames, heading => name.StartsWith(heading, StringComparison.OrdinalIgnoreCase));
        return heading is not null && int.TryParse(name.AsSpan(heading.Length).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level is >= 1 and <= 9
            ? (DocxRole.Heading, level)
            : (DocxRole.Text, 0);
    }

    private sealed class RawStyle
    {
        public string Name { get; set; } = string.Empty;

        public string? BasedOn { get; set; }

        public int? Outline { get; set; }

        public bool? Bold { get; set; }

        public bool? Hidden { get; set; }
    }
}
