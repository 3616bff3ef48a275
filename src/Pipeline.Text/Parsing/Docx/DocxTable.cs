using Pipeline.Text.Parsing.Documents;

namespace Pipeline.Text.Parsing.Docx;

/// <summary>The cells of a table, while it is read.</summary>
internal sealed class DocxTable
{
    // Cells of figures and terms are short; longer ones are text that a table only lays out. Chosen.
    private const int MaxCellLength = 160;

    private readonly List<List<List<DocxParagraph>>> _rows = [];

    public void AddRow() => _rows.Add([]);

    /// <summary>Adds a cell to the last row and returns where its paragraphs go.</summary>
    public List<DocxParagraph> AddCell()
    {
        if (_rows.Count == 0)
        {
            AddRow();
        }

        var cell = new List<DocxParagraph>();
        _rows[^1].Add(cell);
        return cell;
    }

    /// <summary>Returns the rows, each as one paragraph; or, where the table only lays out text, its paragraphs.</summary>
    public IEnumerable<DocxParagraph> Paragraphs()
    {
        if (!IsData())
        {
            return _rows.SelectMany(row => row).SelectMany(cell => cell);
        }

        return _rows.Select(Join).Where(row => row.Text.Length > 0);
    }

    private bool IsData() =>
        _rows.Count > 1 && _rows.Exists(row => row.Count > 1)
        && _rows.TrueForAll(row => row.TrueForAll(cell => cell.Sum(paragraph => paragraph.Text.Length) <= MaxCellLength && !cell.Exists(paragraph => paragraph.IsRow)));

    private static DocxParagraph Join(List<List<DocxParagraph>> row)
    {
        var joined = new DocxParagraph { IsRow = true };
        var cells = row.Select(cell => PassageText.Clean(string.Join(' ', cell.Select(paragraph => paragraph.Text))));
        joined.Text.AppendJoin(" | ", cells.Where(cell => cell.Length > 0));
        return joined;
    }
}
