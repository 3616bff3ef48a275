namespace Pipeline.Text.Tests.Tagging.Issues;

/// <summary>Writes patterns out, apart from the product's own reading of them: what each alternative, word set and gap stands for.</summary>
internal static class PatternPhrases
{
    /// <summary>Lists the phrases of a pattern; word sets give their first word only, gaps one word.</summary>
    public static IEnumerable<string> Of(string pattern, IReadOnlyDictionary<string, string[]> wordSets)
    {
        var open = pattern.LastIndexOf('(');
        if (open >= 0)
        {
            var close = pattern.IndexOf(')', open);
            return pattern[(open + 1)..close].Split('|')
                .SelectMany(alternative => Of(pattern[..open] + alternative + pattern[(close + 1)..], wordSets));
        }

        var set = pattern.IndexOf('{', StringComparison.Ordinal);
        if (set >= 0)
        {
            var end = pattern.IndexOf('}', set);
            return Of(pattern[..set] + wordSets[pattern[(set + 1)..end]][0] + pattern[(end + 1)..], wordSets);
        }

        return [string.Join(' ', pattern.Replace("...", "still", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries))];
    }
}
