using System.Xml;

namespace Pipeline.Text.Parsing.Docx;

/// <summary>
/// Reads the paragraphs of a document's main part: insertions and results of fields are in; deletions, codes of fields,
/// hidden text, notes and comments are out; a text box follows the paragraph that it is anchored in.
/// </summary>
internal sealed class DocxBodyReader
{
    private readonly XmlReader _reader;
    private readonly DocxStyles _styles;
    private readonly int _maxDepth;
    private readonly List<DocxParagraph> _body = [];

    // Where finished paragraphs go: the body, a cell, or, for a text box, behind the paragraph around it.
    private readonly Stack<List<DocxParagraph>> _targets = new();
    private readonly Stack<(DocxParagraph Paragraph, List<DocxParagraph> Boxes)> _open = new();
    private readonly Stack<DocxTable> _tables = new();
    private readonly FieldStack _fields = new();
    private bool _inText;
    private bool _inCode;
    private bool _bold;
    private bool _hidden;
    private bool _inProperties;

    private DocxBodyReader(XmlReader reader, DocxStyles styles, int maxDepth)
    {
        (_reader, _styles, _maxDepth) = (reader, styles, maxDepth);
        _targets.Push(_body);
    }

    /// <summary>Reads all paragraphs in reading order.</summary>
    /// <param name="reader">The main part.</param>
    /// <param name="styles">The document's styles.</param>
    /// <param name="maxDepth">How deep elements may stand within elements.</param>
    /// <exception cref="XmlException">The part is no XML, or has a document type.</exception>
    /// <exception cref="DocxLimitException">The elements stand too deep.</exception>
    public static List<DocxParagraph> Read(XmlReader reader, DocxStyles styles, int maxDepth) => new DocxBodyReader(reader, styles, maxDepth).Read();

    private List<DocxParagraph> Read()
    {
        var more = _reader.Read();
        while (more)
        {
            switch (_reader.NodeType)
            {
                case XmlNodeType.Element when IsLeftOut():
                    // Moves to what follows by itself, and may stand on it already.
                    _reader.Skip();
                    more = !_reader.EOF;
                    continue;
                case XmlNodeType.Element:
                    Start();
                    break;
                case XmlNodeType.EndElement when WordMarkup.IsWord(_reader.NamespaceURI) || WordMarkup.IsMath(_reader.NamespaceURI):
                    End(_reader.LocalName);
                    break;
                case XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA:
                    AddText();
                    break;
                default:
                    break;
            }

            more = _reader.Read();
        }

        return _body;
    }

    private bool IsLeftOut() => _reader.LocalName switch
    {
        "del" or "moveFrom" or "delText" or "rt" or "sectPr" or "tblPr" or "tblGrid" or "trPr" or "tcPr" or "pPrChange" or "rPrChange" or "sdtPr" or "sdtEndPr" or "altChunk"
            => WordMarkup.IsWord(_reader.NamespaceURI),

        // The other form of what mc:Choice holds.
        "Fallback" => true,

        // The properties of the paragraph's own mark.
        "rPr" => WordMarkup.IsWord(_reader.NamespaceURI) && _inProperties,
        _ => false,
    };

    private void Start()
    {
        if (_reader.Depth > _maxDepth)
        {
            throw new DocxLimitException(RejectionReason.TooDeep, $"Elements are nested deeper than {_maxDepth}.");
        }

        var (name, empty) = (_reader.LocalName, _reader.IsEmptyElement);
        if (WordMarkup.IsMath(_reader.NamespaceURI))
        {
            _inText = name == "t" && !empty;
            return;
        }

        if (!WordMarkup.IsWord(_reader.NamespaceURI))
        {
            return;
        }

        Start(name);
        if (empty)
        {
            End(name);
        }
    }

    private void Start(string name)
    {
        switch (name)
        {
            case "p":
                _open.Push((new DocxParagraph(), []));
                _targets.Push(_open.Peek().Boxes);
                break;
            case "tbl":
                _tables.Push(new DocxTable());
                break;
            case "tr" when _tables.Count > 0:
                _tables.Peek().AddRow();
                break;
            case "tc" when _tables.Count > 0:
                _targets.Push(_tables.Peek().AddCell());
                break;
            case "pPr":
                _inProperties = true;
                break;
            case "r":
                (_bold, _hidden) = (false, false);
                break;
            case "b":
                _bold = WordMarkup.IsOn(_reader);
                break;
            case "vanish":
                _hidden = WordMarkup.IsOn(_reader);
                break;
            case "rStyle":
                var style = _styles.Find(WordMarkup.Value(_reader));
                (_bold, _hidden) = (_bold || style.Bold, _hidden || style.Hidden);
                break;
            case "fldChar":
                _fields.Change(WordMarkup.Attribute(_reader, "fldCharType"));
                break;
            case "instrText":
                _inCode = true;
                break;
            case "t":
                _inText = true;
                break;
            default:
                StartInParagraph(name);
                break;
        }
    }

    private void StartInParagraph(string name)
    {
        if (_open.Count == 0)
        {
            return;
        }

        var paragraph = _open.Peek().Paragraph;
        switch (name)
        {
            case "pStyle":
                paragraph.StyleId = WordMarkup.Value(_reader);
                break;
            case "outlineLvl" when _inProperties:
                paragraph.Outline = WordMarkup.Number(_reader);
                break;
            case "numId" when _inProperties:
                // 0 takes the number of the style away.
                paragraph.IsNumbered = WordMarkup.Number(_reader) is > 0;
                break;
            case "tab" or "ptab" when !_inProperties:
                Append(" ");
                break;
            case "br" or "cr":
                Append("\n");
                break;
            case "noBreakHyphen":
                Append("-");
                break;
            default:
                break;
        }
    }

    private void End(string name)
    {
        switch (name)
        {
            case "p" when _open.Count > 0:
                var (paragraph, boxes) = _open.Pop();
                _targets.Pop();
                _targets.Peek().Add(paragraph);
                _targets.Peek().AddRange(boxes);
                _fields.EndParagraph();
                break;
            case "tbl" when _tables.Count > 0:
                _targets.Peek().AddRange(_tables.Pop().Paragraphs());
                break;
            case "tc" when _targets.Count > 1:
                _targets.Pop();
                break;
            case "pPr":
                _inProperties = false;
                break;
            case "t":
                _inText = false;
                break;
            case "instrText":
                _inCode = false;
                break;
            default:
                break;
        }
    }

    private void AddText()
    {
        if (_inCode)
        {
            _fields.AddCode(_reader.Value);
        }
        else if (_inText)
        {
            Append(_reader.Value);
        }
    }

    private void Append(string text)
    {
        if (_open.Count == 0 || _hidden || !_fields.IsVisible)
        {
            return;
        }

        var paragraph = _open.Peek().Paragraph;
        paragraph.Text.Append(text);
        paragraph.BoldCharacters += _bold ? text.Length : 0;
        paragraph.PlainCharacters += _bold ? 0 : text.Length;
    }
}
