namespace Pipeline.Evaluation.Summaries;

/// <summary>A text as ROUGE sees it: runs of small letters and digits, stemmed where longer than three, in the lines of the text.</summary>
internal sealed class RougeText
{
    private const int UnstemmedLength = 3;

    private RougeText(IReadOnlyList<string[]> lines)
    {
        Lines = lines;
        Words = [.. lines.SelectMany(line => line)];
    }

    /// <summary>Gets the words of each line that has any.</summary>
    public IReadOnlyList<string[]> Lines { get; }

    /// <summary>Gets the words of the text.</summary>
    public string[] Words { get; }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text, a sentence a line.</param>
    /// <param name="wordLimit">How many words, set apart by white space, are read at most; null for all.</param>
    public static RougeText Read(string text, int? wordLimit = null)
    {
        var left = wordLimit ?? int.MaxValue;
        var lines = new List<string[]>();
        foreach (var line in text.Split('\n'))
        {
            var parts = line.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);
            string[] words = [.. parts.Take(left).SelectMany(ReadWords)];
            left = Math.Max(0, left - parts.Length);
            if (words.Length > 0)
            {
                lines.Add(words);
            }
        }

        return new RougeText(lines);
    }

    /// <summary>Counts the runs of so many words.</summary>
    public Dictionary<string, int> Count(int length)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i + length <= Words.Length; i++)
        {
            var run = length == 1 ? Words[i] : string.Join(' ', Words, i, length);
            counts[run] = counts.GetValueOrDefault(run) + 1;
        }

        return counts;
    }

    private static IEnumerable<string> ReadWords(string part)
    {
        var lower = part.ToLowerInvariant();
        for (var i = 0; i < lower.Length; i++)
        {
            var start = i;
            while (i < lower.Length && (char.IsAsciiLetterLower(lower[i]) || char.IsAsciiDigit(lower[i])))
            {
                i++;
            }

            if (i > start)
            {
                var word = lower[start..i];
                yield return word.Length > UnstemmedLength ? PorterStemmer.Stem(word) : word;
            }
        }
    }
}
