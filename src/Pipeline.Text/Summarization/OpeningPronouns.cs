using Pipeline.Text.Tagging;

namespace Pipeline.Text.Summarization;

/// <summary>
/// Tells for whom "He" or "She" stands at the start of a sentence: the only person whom the sentence before names, where
/// the one before that names nobody else and the sentence itself nobody at all, where it opens with that name, a title apart, and
/// speaks of nobody else without a name, as "her son" or "an officer". Else nobody: a wrong name is worse than none.
/// </summary>
internal static class OpeningPronouns
{
    // How far from its start a sentence may name its person: "Former Prime Minister Ann Lee".
    private const int MaxTitleLength = 40;

    private static readonly string[] Pronouns = ["He", "She", "His", "Her"];

    // Words for people without a name: kin, trades and parts in a story.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Others = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "son", "sons", "daughter", "daughters", "husband", "wife", "father", "mother", "brother", "brothers", "sister", "sisters", "parents", "uncle", "aunt", "nephew", "niece", "cousin",
        "grandfather", "grandmother", "grandson", "granddaughter", "stepfather", "stepmother", "fiancé", "fiancée", "boyfriend", "girlfriend", "partner", "ex-husband", "ex-wife", "widow", "widower",
        "man", "men", "woman", "women", "boy", "girl", "child", "children", "teenager", "student", "friend", "neighbor", "neighbour", "colleague", "coworker", "roommate",
        "officer", "officers", "policeman", "policewoman", "deputy", "agent", "soldier", "guard", "driver", "doctor", "nurse", "teacher", "coach", "pastor", "priest", "judge", "lawyer", "attorney",
        "suspect", "victim", "gunman", "attacker", "killer", "witness", "spokesman", "spokeswoman", "spokesperson", "aide", "assistant", "secretary", "boss", "employee", "he", "she", "him", "who",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

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
            if (people[i] is null && people[i - 1] is { Count: 1 } named && OpensWith(text, sentences[i - 1].Span, named.Single()) && (i < 2 || people[i - 2] is null || people[i - 2]!.IsSubsetOf(named)))
            {
                resolved[i] = named.Single();
            }
        }

        return resolved;
    }

    /// <summary>Tells whether a sentence opens with a person's name, whole or the family name, and speaks of nobody else.</summary>
    private static bool OpensWith(string text, TextSpan span, string name)
    {
        var sentence = text.AsSpan(span.Start, span.Length);
        var family = name.AsSpan(name.LastIndexOf(' ') + 1);
        var place = sentence.IndexOf(family, StringComparison.Ordinal);
        if (place < 0 || place > MaxTitleLength)
        {
            return false;
        }

        // Before the family name, only words of a title and given names.
        var head = sentence[..place];
        var tail = sentence[(place + family.Length)..];
        foreach (var word in head.Split(' '))
        {
            if (!head[word].IsEmpty && (!char.IsUpper(head[word][0]) || PronounLength(head[word.Start..]) > 0))
            {
                return false;
            }
        }

        foreach (var word in tail.SplitAny(" ,.;:!?()\"“”"))
        {
            if (Others.Contains(tail[word]))
            {
                return false;
            }
        }

        return true;
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
