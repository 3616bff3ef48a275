using System.Collections.Frozen;
using System.Text;
using Pipeline.Text.Parsing.Elements;

namespace Pipeline.Text.Parsing.Pdf.Layout;

/// <summary>
/// Joins the lines of a laid out text. Unlike in a text file, a hyphen at a line's end is mostly the program's: it goes
/// unless the document writes the word with it elsewhere, writes both its parts alone and not the whole, or the first
/// part is one that always takes it.
/// </summary>
internal sealed class PdfHyphenation
{
    private static readonly FrozenSet<string> FirstParts =
        "self well ex half long short high low cross anti non mid post pro all so two three four five six seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety".Split(' ')
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<string> _words = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Learns the words of a line, but for one that its end cuts.</summary>
    public void Learn(string line)
    {
        var start = -1;
        for (var i = 0; i <= line.Length; i++)
        {
            var inWord = i < line.Length && (char.IsLetter(line[i]) || (IsHyphen(line[i]) && start >= 0 && i + 1 < line.Length && char.IsLetter(line[i + 1])));
            if (inWord && start < 0)
            {
                start = i;
            }
            else if (!inWord && start >= 0)
            {
                if (i == line.Length || !IsHyphen(line[i]))
                {
                    _words.Add(line[start..i].Replace('\u2010', '-'));
                }

                start = -1;
            }
        }
    }

    /// <summary>Appends a line to the text so far, which may be empty.</summary>
    public void Append(StringBuilder text, string line)
    {
        if (text.Length == 0 || line.Length == 0)
        {
            text.Append(line);
        }
        else if (SentenceShape.IsUnspaced(text[^1]) && SentenceShape.IsUnspaced(line[0]))
        {
            text.Append(line);
        }
        else if (text[^1] == '\u00AD' && char.IsLetter(line[0]))
        {
            text.Length--;
            text.Append(line);
        }
        else if (IsHyphen(text[^1]) && text.Length > 1 && char.IsLetterOrDigit(text[^2]) && char.IsLetterOrDigit(line[0]))
        {
            AppendHyphenated(text, line);
        }
        else
        {
            text.Append(' ').Append(line);
        }
    }

    private void AppendHyphenated(StringBuilder text, string line)
    {
        // Who breaks lines by program writes this one; who types a word writes the other.
        var byProgram = text[^1] == '\u2010';
        var start = text.Length - 1;
        while (start > 0 && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        var head = text.ToString(start, text.Length - 1 - start);
        var length = 0;
        while (length < line.Length && char.IsLetter(line[length]))
        {
            length++;
        }

        var tail = line[..length];
        if (tail is "and" or "or" or "to" or "und" or "oder" or "et" or "ou" && (length == line.Length || line[length] == ' '))
        {
            text.Append(' ');
        }
        else if (IsSoft(head, tail, byProgram) && !(start > 0 && IsHyphen(text[start - 1])))
        {
            text.Length--;
        }

        text.Append(line);
    }

    private bool IsSoft(string head, string tail, bool byProgram)
    {
        if (head.Length == 0 || tail.Length == 0 || !char.IsLower(tail[0]) || char.IsUpper(head[^1]) || _words.Contains($"{head}-{tail}"))
        {
            return false;
        }

        return byProgram
            || _words.Contains(head + tail)
            || !(FirstParts.Contains(head) || (head.Length >= 4 && tail.Length >= 4 && _words.Contains(head) && _words.Contains(tail)));
    }

    private static bool IsHyphen(char c) => c is '-' or '\u2010';
}
