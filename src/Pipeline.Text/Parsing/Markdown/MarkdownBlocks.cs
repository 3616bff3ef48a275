using System.Text;

namespace Pipeline.Text.Parsing.Markdown;

/// <summary>
/// Puts a bound on the length of a block. The cost of parsing links and definitions grows with the square of a block's
/// length, and no paragraph of prose comes near the bound; so that of a file grows with its length only.
/// </summary>
internal static class MarkdownBlocks
{
    /// <summary>The longest run without a blank line, in UTF-16 code units. Chosen: paragraphs of news have some hundred.</summary>
    public const int MaxLength = 4_096;

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
