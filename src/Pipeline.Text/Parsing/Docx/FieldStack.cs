namespace Pipeline.Text.Parsing.Docx;

/// <summary>Follows the fields of a document (ECMA-376 part 1, 17.16.18): each has a code, which is not shown, and a result, which is.</summary>
internal sealed class FieldStack
{
    private readonly Stack<Part> _parts = new();
    private int _hidden;

    private enum Part
    {
        Code,

        /// <summary>The code of a table of contents or an index, whose result is none of the article.</summary>
        HiddenCode,
        Result,
        HiddenResult,
    }

    /// <summary>Gets a value indicating whether text is shown here.</summary>
    public bool IsVisible => _hidden == 0;

    /// <summary>Starts a field, ends its code, or ends it.</summary>
    public void Change(string? type)
    {
        switch (type)
        {
            case "begin":
                Push(Part.Code);
                break;
            case "separate" when _parts.Count > 0:
                Push(Pop() == Part.HiddenCode ? Part.HiddenResult : Part.Result);
                break;
            case "end" when _parts.Count > 0:
                Pop();
                break;
            default:
                break;
        }
    }

    /// <summary>Reads the code of the innermost field.</summary>
    public void AddCode(string code)
    {
        var word = code.AsSpan().TrimStart();
        if (_parts.TryPeek(out var part) && part == Part.Code && (word.StartsWith("TOC", StringComparison.OrdinalIgnoreCase) || word.StartsWith("INDEX", StringComparison.OrdinalIgnoreCase)))
        {
            Pop();
            Push(Part.HiddenCode);
        }
    }

    /// <summary>Drops a field that has no result by the end of its paragraph: it is broken, and would hide all that follows.</summary>
    public void EndParagraph()
    {
        while (_parts.TryPeek(out var part) && part is Part.Code)
        {
            Pop();
        }
    }

    private void Push(Part part)
    {
        _parts.Push(part);
        _hidden += part == Part.Result ? 0 : 1;
    }

    private Part Pop()
    {
        var part = _parts.Pop();
        _hidden -= part == Part.Result ? 0 : 1;
        return part;
    }
}
