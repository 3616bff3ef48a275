using System.Text;

namespace Pipeline.Text.Tagging.Taxonomies;

/// <summary>
/// The pattern language of terms: <c>(a|b|)</c> for alternatives, <c>{name}</c> for a word set, <c>...</c> for a gap.
/// There is no repetition, so that every pattern is a finite list of phrases, and none can be slow to match.
/// </summary>
internal static class TermPattern
{
    /// <summary>The most phrases that one part of a pattern may stand for.</summary>
    public const int MaxPhrases = 1000;

    /// <summary>The most sequences that a pattern may stand for: parts that may be absent double them.</summary>
    public const int MaxSequences = 16;

    private const int MaxDepth = 8;

    /// <summary>Lists the sequences of parts that a pattern stands for. Word sets are parts of their own; what stands between them is written out.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="wordSets">The word sets by name.</param>
    /// <exception cref="FormatException">The pattern is not valid; the message says how.</exception>
    public static IReadOnlyList<IReadOnlyList<PatternPart>> Parse(string pattern, IReadOnlyDictionary<string, IReadOnlyList<string>> wordSets)
    {
        if (IsPlain(pattern))
        {
            return HasWord(pattern)
                ? [[new PatternPart(pattern, [pattern], AfterGap: false, IsWordSet: false)]]
                : throw new FormatException($"\"{pattern}\" has a part without a word");
        }

        List<List<PatternPart>> sequences = [[]];
        foreach (var stretch in pattern.Split(Term.Gap))
        {
            List<List<PatternPart>> stretches = [[]];
            foreach (var (text, isWordSet) in SplitAtWordSets(stretch))
            {
                var phrases = isWordSet ? WordSet(pattern, text, wordSets) : Expand(pattern, text, wordSets);
                var part = new PatternPart(isWordSet ? $"{{{text}}}" : text, [.. phrases.Where(HasWord)], AfterGap: false, isWordSet);
                stretches = [.. stretches.SelectMany(sequence => Continue(sequence, part, mayBeAbsent: phrases.Count > part.Phrases.Count))];
            }

            if (stretches.Exists(sequence => sequence.Count == 0))
            {
                throw new FormatException($"\"{pattern}\" has a part without a word");
            }

            sequences = [.. sequences.SelectMany(start => stretches.Select(end => start.Concat([end[0] with { AfterGap = start.Count > 0 }, .. end.Skip(1)]).ToList()))];
            if (sequences.Count > MaxSequences)
            {
                throw new FormatException($"\"{pattern}\" has too many parts that may be absent");
            }
        }

        return sequences;
    }

    /// <summary>Lists the phrases that a pattern without gaps stands for.</summary>
    /// <param name="pattern">The whole pattern, for messages.</param>
    /// <param name="text">The text to write out.</param>
    /// <param name="wordSets">The word sets by name.</param>
    /// <exception cref="FormatException">The pattern is not valid; the message says how.</exception>
    public static IReadOnlyList<string> Expand(string pattern, string text, IReadOnlyDictionary<string, IReadOnlyList<string>> wordSets)
    {
        if (IsPlain(text))
        {
            return [text];
        }

        var position = 0;
        return ReadAlternatives(0);

        List<string> ReadAlternatives(int depth)
        {
            if (depth > MaxDepth)
            {
                throw new FormatException($"\"{pattern}\" has alternatives more than {MaxDepth} deep");
            }

            var all = new List<string>();
            var current = new List<string> { "" };
            var literal = new StringBuilder();
            while (position < text.Length && (text[position] != ')' || depth == 0))
            {
                var c = text[position++];
                switch (c)
                {
                    case '(':
                        Append(ReadAlternatives(depth + 1));
                        if (position++ == text.Length)
                        {
                            throw new FormatException($"\"{pattern}\" has a \"(\" without \")\"");
                        }

                        break;
                    case '{':
                        var end = text.IndexOf('}', position);
                        Append(WordSet(pattern, end < 0 ? throw new FormatException($"\"{pattern}\" has a \"{{\" without \"}}\"") : text[position..end], wordSets));
                        position = end + 1;
                        break;
                    case '|' when depth > 0:
                        Append([]);
                        all.AddRange(current);
                        current = [""];
                        break;
                    case ')' or '}' or '|':
                        throw new FormatException($"\"{pattern}\" has a \"{c}\" that nothing opens");
                    default:
                        literal.Append(c);
                        break;
                }
            }

            Append([]);
            all.AddRange(current);
            return all;

            void Append(IReadOnlyList<string> ends)
            {
                var text = literal.ToString();
                literal.Clear();
                if (current.Count * ends.Count > MaxPhrases)
                {
                    throw new FormatException($"\"{pattern}\" stands for more than {MaxPhrases} phrases");
                }

                var joined = new List<string>(current.Count * Math.Max(ends.Count, 1));
                foreach (var start in current)
                {
                    if (ends.Count == 0)
                    {
                        joined.Add(start + text);
                    }

                    foreach (var end in ends)
                    {
                        joined.Add(string.Concat(start, text, end));
                    }
                }

                current = joined;
            }
        }
    }

    /// <summary>Says whether a phrase has something to match.</summary>
    /// <param name="phrase">The phrase.</param>
    public static bool HasWord(string phrase)
    {
        foreach (var c in phrase)
        {
            if (char.IsLetterOrDigit(c))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPlain(string text) => text.AsSpan().IndexOfAny("(){}|") < 0 && !text.Contains(Term.Gap, StringComparison.Ordinal);

    /// <summary>Splits at the word sets that stand outside all alternatives.</summary>
    private static IEnumerable<(string Text, bool IsWordSet)> SplitAtWordSets(string stretch)
    {
        var depth = 0;
        var start = 0;
        for (var i = 0; i < stretch.Length; i++)
        {
            depth += stretch[i] == '(' ? 1 : stretch[i] == ')' ? -1 : 0;
            if (depth == 0 && stretch[i] == '{' && stretch.IndexOf('}', i) is var end and > 0)
            {
                if (stretch[start..i].Trim() is { Length: > 0 } before)
                {
                    yield return (before, false);
                }

                yield return (stretch[(i + 1)..end], true);
                start = end + 1;
                i = end;
            }
        }

        if (start == 0 || stretch[start..].Trim().Length > 0)
        {
            yield return (stretch[start..].Trim(), false);
        }
    }

    private static IEnumerable<List<PatternPart>> Continue(List<PatternPart> sequence, PatternPart part, bool mayBeAbsent)
    {
        if (part.Phrases.Count > 0)
        {
            yield return [.. sequence, part];
        }

        if (mayBeAbsent)
        {
            yield return sequence;
        }
    }

    private static IReadOnlyList<string> WordSet(string pattern, string name, IReadOnlyDictionary<string, IReadOnlyList<string>> wordSets) =>
        wordSets.TryGetValue(name, out var words) ? words : throw new FormatException($"\"{pattern}\" names the word set \"{name}\", which does not exist");
}
