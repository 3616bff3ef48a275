using System.Text;

namespace Pipeline.Processing.Rendering;

/// <summary>A short text for people, before it is written as plain text, Markdown or HTML.</summary>
/// <param name="Language">The text's ISO 639-1 code; null where it is not known.</param>
/// <param name="Blocks">Its headings, paragraphs and lists.</param>
public sealed record TextDocument(string? Language, IReadOnlyList<TextBlock> Blocks);

/// <summary>A heading, a paragraph or a list.</summary>
public abstract record TextBlock;

/// <summary>A heading.</summary>
/// <param name="Level">From 1, the highest, to 6.</param>
/// <param name="Content">What it says.</param>
public sealed record TextHeading(int Level, IReadOnlyList<TextRun> Content) : TextBlock;

/// <summary>A paragraph.</summary>
/// <param name="Content">What it says.</param>
public sealed record TextParagraph(IReadOnlyList<TextRun> Content) : TextBlock;

/// <summary>A list without numbers.</summary>
/// <param name="Items">Its items; none is empty.</param>
public sealed record TextList(IReadOnlyList<IReadOnlyList<TextRun>> Items) : TextBlock;

/// <summary>A piece of text on one line, and where it leads.</summary>
/// <param name="text">The text; white space and control characters become single spaces.</param>
/// <param name="address">The absolute address that it leads to; null for none.</param>
public sealed class TextRun(string text, string? address = null)
{
    /// <summary>Gets the text.</summary>
    public string Text { get; } = OnOneLine(text);

    /// <summary>Gets where it leads.</summary>
    public string? Address { get; } = address;

    private static string OnOneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsControl(c) && !char.IsWhiteSpace(c))
            {
                line.Append(c);
            }
            else if (line.Length == 0 || line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString();
    }
}
