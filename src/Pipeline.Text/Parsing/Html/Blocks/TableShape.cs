using AngleSharp.Dom;

namespace Pipeline.Text.Parsing.Html.Blocks;

/// <summary>Tells tables of data, which read row by row, from tables that lay out a page, which read cell by cell.</summary>
internal static class TableShape
{
    // What a reader takes in at a glance; a cell with more is a column of prose. Chosen.
    private const int MaxCellLength = 400;

    /// <summary>Tells whether a table holds data: rows of two or more cells, each a line or two, and nothing that structures a page.</summary>
    public static bool IsData(IElement table)
    {
        int rows = 0, cells = 0, cellLength = 0, paragraphs = 0;
        foreach (var node in ElementWalk.Descendants(table))
        {
            if (node is IText text)
            {
                cellLength += text.Length;
                if (cellLength > MaxCellLength && !string.IsNullOrWhiteSpace(text.Data) && text.Data.AsSpan().Trim().Length > MaxCellLength)
                {
                    return false;
                }

                continue;
            }

            switch (((IElement)node).LocalName)
            {
                case "table" or "article" or "section" or "form" or "h1" or "h2" or "header" or "footer" or "nav" or "main" or "aside":
                    return false;
                case "tr":
                    rows++;
                    break;
                case "td" or "th":
                    cells++;
                    cellLength = 0;
                    paragraphs = 0;
                    break;
                case "p" or "div" or "blockquote" when ++paragraphs > 3:
                    return false;
                default:
                    break;
            }
        }

        return rows >= 2 && cells >= rows * 3 / 2;
    }
}
