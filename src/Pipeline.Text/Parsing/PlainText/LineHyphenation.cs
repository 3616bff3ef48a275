using System.Text;
using Pipeline.Text.Parsing.Structure;

namespace Pipeline.Text.Parsing.PlainText;

/// <summary>
/// Joins two lines of a paragraph. A hyphen at the line's end goes only where the text itself shows the word in one
/// piece elsewhere ("inter-" "national", and "international" in another line) and never with the hyphen; else it may be
/// the word's own ("long-" "term") and stays.
/// </summary>
internal sealed class LineHyphenation(string text)
{
    private readonly Lazy<HashSet<string>> _words = new(() => Words(text));

    /// <summary>Appends a line to the paragraph so far.</summary>
    public void Append(StringBuilder paragraph, string line)
    {
        var last = paragraph[^1];
        if (SentenceShape.IsUnspaced(last) && SentenceShape.IsUnspaced(line[0]))
        {
            paragraph.Append(line);
            return;
        }

        if (last == '-' && paragraph.Length > 1 && char.IsLetter(paragraph[^2]) && char.IsLetter(line[0]))
        {
            AppendHyphenated(paragraph, line);
            return;
        }

        paragraph.Append(' ').Append(line);
    }

    private void AppendHyphenated(StringBuilder paragraph, string line)
    {
        var start = paragraph.Length - 1;
        while (start > 0 && char.IsLetter(paragraph[start - 1]))
        {
            start--;
        }

        var head = paragraph.ToString(start, paragraph.Length - 1 - start);
        var length = 0;
        while (length < line.Length && char.IsLetter(line[length]))
        {
            length++;
        }

        var tail = line[..length];

        // "two- and three-year terms"
        if (tail is "and" or "or" or "to" or "und" or "oder")
        {
            paragraph.Append(' ');
        }
        else if (char.IsLower(line[0]) && _words.Value.Contains(head + tail) && !_words.Value.Contains($"{head}-{tail}"))
        {
            paragraph.Length--;
        }

        paragraph.Append(line);
    }

    /// <summary>Collects the words of the text; those with hyphens inside a line both whole and as they stand.</summary>
    private static HashSet<string> Words(string text)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inWord = i < text.Length && (char.IsLetter(text[i]) || (text[i] == '-' && start >= 0 && i + 1 < text.Length && char.IsLetter(text[i + 1])));
            if (inWord && start < 0)
            {
                start = i;
            }
            else if (!inWord && start >= 0)
            {
                words.Add(text[start..i]);
                start = -1;
            }
        }

        return words;
    }
}
