using System.Text;

namespace Pipeline.Text.Parsing.PlainText;

/// <summary>One line of a file.</summary>
/// <param name="Text">The line without the spaces around it; runs of spaces inside are one.</param>
/// <param name="Indent">How many spaces stood before it.</param>
/// <param name="Width">How far it reached: the indent and the text with all its spaces, in UTF-16 code units.</param>
internal readonly record struct TextLine(string Text, int Indent, int Width)
{
    /// <summary>Gets the line of nothing.</summary>
    public static TextLine Blank { get; } = new(string.Empty, 0, 0);

    /// <summary>Gets a value indicating whether nothing stands in the line.</summary>
    public bool IsBlank => Text.Length == 0;

    /// <summary>Returns a line of plain text.</summary>
    public static TextLine Of(string text) => new(text, 0, text.Length);

    /// <summary>Splits normalised text into its lines.</summary>
    public static List<TextLine> Split(string text)
    {
        var lines = new List<TextLine>();
        foreach (var range in text.AsSpan().Split('\n'))
        {
            lines.Add(Read(text.AsSpan(range)));
        }

        return lines;
    }

    private static TextLine Read(ReadOnlySpan<char> line)
    {
        line = line.TrimEnd(' ');
        var content = line.TrimStart(' ');
        return content.IsEmpty
            ? Blank
            : new TextLine(content.Contains("  ", StringComparison.Ordinal) ? Collapse(content) : content.ToString(), line.Length - content.Length, line.Length);
    }

    private static string Collapse(ReadOnlySpan<char> text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c != ' ' || result[^1] != ' ')
            {
                result.Append(c);
            }
        }

        return result.ToString();
    }
}
