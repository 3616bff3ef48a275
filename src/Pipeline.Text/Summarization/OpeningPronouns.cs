using Pipeline.Text.Tagging;

namespace Pipeline.Text.Summarization;

/// <summary>
/// Tells for whom "He" or "She" stands at the start of a sentence: the only person whom the sentence before names, where
/// the one before that names nobody else and the sentence itself nobody at all. Else nobody: a wrong name is worse than none.
/// </summary>
internal static class OpeningPronouns
{
    private static readonly string[] Pronouns = ["He", "She", "His", "Her"];

    /// <summary>Resolves what is certain.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="sentences">Its sentences, in reading order.</param>
    /// <param name="actors">Its actors.</param>
    /// <returns>The names by the indices of the sentences.</returns>
    public static IReadOnlyDictionary<int, string> Resolve(string text, IReadOnlyList<SummaryCandidate> sentences, IReadOnlyList<ActorTag> actors)
    {
        var resolved = new Dictionary<int, string>();
        List<HashSet<string>?>? people = null;
        for (var i = 1; i < sentences.Count; i++)
        {
            if (PronounLength(text.AsSpan(sentences[i].Span.Start, sentences[i].Span.Length)) == 0)
            {
                continue;
            }

            people ??= PeopleOf(sentences, actors);
            if (people[i] is null && people[i - 1] is { Count: 1 } named && (i < 2 || people[i - 2] is null || people[i - 2]!.IsSubsetOf(named)))
            {
                resolved[i] = named.Single();
            }
        }

        return resolved;
    }

    /// <summary>Returns a sentence with the name in brackets in place of its opening pronoun.</summary>
    public static string Replace(string sentence, string name)
    {
        var length = PronounLength(sentence);
        return $"[{name}{(length == "His".Length && !sentence.StartsWith("She", StringComparison.Ordinal) ? "’s" : "")}]{sentence.AsSpan(length)}";
    }

    private static int PronounLength(ReadOnlySpan<char> sentence)
    {
        foreach (var pronoun in Pronouns)
        {
            if (sentence.Length > pronoun.Length && sentence.StartsWith(pronoun, StringComparison.Ordinal) && sentence[pronoun.Length] == ' ')
            {
                return pronoun.Length;
            }
        }

        return 0;
    }

    private static List<HashSet<string>?> PeopleOf(IReadOnlyList<SummaryCandidate> sentences, IReadOnlyList<ActorTag> actors)
    {
        var people = new List<HashSet<string>?>(new HashSet<string>?[sentences.Count]);
        foreach (var actor in actors)
        {
            if (actor.Type != ActorType.Person)
            {
                continue;
            }

            var sentence = 0;
            foreach (var mention in actor.Evidence)
            {
                while (sentence < sentences.Count && sentences[sentence].Span.End <= mention.Start)
                {
                    sentence++;
                }

                if (sentence < sentences.Count && sentences[sentence].Span.Start <= mention.Start)
                {
                    (people[sentence] ??= new HashSet<string>(StringComparer.Ordinal)).Add(actor.Name);
                }
            }
        }

        return people;
    }
}
