namespace Pipeline.Text.Summarization.Rewriting;

/// <summary>
/// The names of a sentence: runs of words with capitals, and "of" and the like between them. A name may be shortened, never made of
/// two: its words stand within one name of what is cited, in the same order.
/// </summary>
internal static class NameRuns
{
    private static readonly string[] Connectors = ["of", "de", "von", "van", "der", "den", "du", "del", "della", "di", "da", "al", "bin", "ibn", "la", "le", "the"];

    /// <summary>Returns a name that is not in any of the cited sentences; null where all are.</summary>
    /// <param name="text">The rewritten sentence.</param>
    /// <param name="cited">The cited sentences.</param>
    public static string? FindInvented(FactText text, IReadOnlyList<FactText> cited)
    {
        foreach (var run in Of(text))
        {
            var name = Words(text, run);
            if (IsIn(name, cited))
            {
                continue;
            }

            // The first word of a sentence has a capital in any case.
            if (text.OpensSentence(run.Start) && !JoiningWords.IsNameAnywhere(name[0]) && (JoiningWords.Contains(name[0]) || cited.Any(source => source.HasPlain(name[0]))) && (name.Length == 1 || IsIn(name.AsSpan(1), cited)))
            {
                continue;
            }

            return string.Join(' ', name);
        }

        return null;
    }

    private static bool IsIn(ReadOnlySpan<string> name, IReadOnlyList<FactText> cited)
    {
        foreach (var text in cited)
        {
            foreach (var run in Of(text))
            {
                var found = 0;
                foreach (var word in Words(text, run))
                {
                    found += found < name.Length && string.Equals(word, name[found], StringComparison.Ordinal) ? 1 : 0;
                }

                if (found == name.Length)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Returns where the names of a sentence stand, in words.</summary>
    private static List<TextSpan> Of(FactText text)
    {
        var runs = new List<TextSpan>();
        for (var i = 0; i < text.Count;)
        {
            if (!text.HasCapital(i))
            {
                i++;
                continue;
            }

            var end = i + 1;
            for (var next = end; next < text.Count && !text.IsApart(next) && (text.HasCapital(next) || IsConnector(text[next])); next++)
            {
                end = text.HasCapital(next) ? next + 1 : end;
            }

            runs.Add(TextSpan.FromBounds(i, end));
            i = end;
        }

        return runs;
    }

    private static string[] Words(FactText text, TextSpan run) => [.. Enumerable.Range(run.Start, run.Length).Select(word => text[word].ToString())];

    private static bool IsConnector(ReadOnlySpan<char> word)
    {
        foreach (var connector in Connectors)
        {
            if (word.SequenceEqual(connector))
            {
                return true;
            }
        }

        return false;
    }
}
