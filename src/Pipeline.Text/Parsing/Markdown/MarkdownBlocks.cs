using System.Text;

namespace Pipeline.Text.Parsing.Markdown;

/// <summary>
/// Puts a bound on the length of a block, and one on how deep blocks nest. The cost of parsing grows with the square of both,
/// and no paragraph of prose comes near the bounds.
/// </summary>
internal static class MarkdownBlocks
{
    /// <summary>The longest run without a blank line, in UTF-16 code units. Chosen: paragraphs of news have some hundred.</summary>
    public const int MaxLength = 4_096;

    // That of the library, which notices it when all is parsed.
    private const int MaxDepth = 128;

    /// <summary>Tells whether a line starts more quotes and lists than may nest.</summary>
    public static bool AreTooDeep(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            // What opens as many is as long; a line of nothing but asterisks or hyphens is a rule.
            if (line.Length > MaxDepth && Depth(line) > MaxDepth && line.ContainsAnyExcept("-* \t"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns the text with a blank line wherever a run of lines gets longer than <see cref="MaxLength"/>, at a line's end, a sentence's end or a space; line ends are LF.</summary>
    public static string Bound(string text)
    {
        if (text.Length <= MaxLength)
        {
            return text;
        }

        var result = new StringBuilder(text.Length + 64);
        var (start, run) = (0, 0);
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var newline ? newline + 1 : text.Length;
            var line = text.AsSpan(start, end - start);
            run = line.IsWhiteSpace() ? 0 : run + line.Length;
            if (run > MaxLength && run > line.Length)
            {
                result.Append('\n');
                run = line.Length;
            }

            AppendBounded(result, line);
            start = end;
        }

        return result.ToString();
    }

    private static int Depth(ReadOnlySpan<char> line)
    {
        var depth = 0;
        line = line.TrimStart(" \t");
        for (int length; (length = MarkerLength(line)) > 0; depth++)
        {
            line = line[length..].TrimStart(" \t");
        }

        return depth;
    }

    /// <summary>Returns the length of the marker of a quote or a list item; zero where there is none.</summary>
    private static int MarkerLength(ReadOnlySpan<char> line)
    {
        if (line is ['>', ..])
        {
            return 1;
        }

        var number = line.IndexOfAnyExceptInRange('0', '9');
        var start = line is ['-' or '+' or '*', ..] ? 1 : number > 0 && line[number] is '.' or ')' ? number + 1 : 0;
        return start > 0 && start < line.Length && line[start] is ' ' or '\t' ? start : 0;
    }

    private static void AppendBounded(StringBuilder result, ReadOnlySpan<char> line)
    {
        while (line.Length > MaxLength)
        {
            // Behind a sentence where one ends in the second half, else at a space, else anywhere but inside a character.
            var sentence = line[..MaxLength].LastIndexOf(". ") + 1;
            var space = sentence > MaxLength / 2 ? sentence : line[..MaxLength].LastIndexOf(' ');
            var cut = space > 0 ? space : MaxLength - (char.IsHighSurrogate(line[MaxLength - 1]) ? 1 : 0);
            result.Append(line[..cut].TrimEnd()).Append("\n\n");
            line = line[cut..].TrimStart(' ');
        }

        result.Append(line);
    }
}
