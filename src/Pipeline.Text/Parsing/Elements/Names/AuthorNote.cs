using System.Collections.Frozen;

namespace Pipeline.Text.Parsing.Elements.Names;

/// <summary>
/// Knows the note about its author that stands under an article: <c>Jane Doe is a reporter at the Herald.</c>,
/// <c>Email her at …</c>, <c>… contributed to this report.</c> Somebody whom the article itself is about has no such note.
/// </summary>
internal static class AuthorNote
{
    // A short life of an author has two or three sentences. Chosen.
    private const int MaxLength = 400;
    private const int MaxContactLength = 200;
    private const int MaxContributionLength = 250;
    private const int MaxNameWords = 4;

    // "is a Pulitzer Prize-winning senior national security reporter for the Herald". Chosen.
    private const int MaxWordsToTrade = 14;

    private static readonly FrozenSet<string> Verbs =
        "is was covers covered writes wrote reports reported joined has can works contributed specializes specialises edits leads hosts".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Trades =
        "reporter correspondent editor columnist writer journalist contributor producer photographer blogger freelancer reporters correspondents editors columnists writers journalists".Split(' ')
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] ContactVerbs = ["email ", "e-mail ", "contact ", "reach ", "follow ", "write to ", "find "];

    // Whom a note means; of others an article says how they are reached.
    private static readonly string[] ContactedOnes = ["him ", "her ", "them ", "me ", "the author ", "the writer ", "the reporter ", "staff writer ", "staff reporter ", "reporter ", "@"];

    private static readonly string[] Tips = ["send tips to ", "send news tips to ", "have a tip?", "got a tip?", "have a news tip?", "got a news tip?"];

    private static readonly string[] Channels =
        ["@", "twitter", " on x", "bluesky", "mastodon", "instagram", "facebook", "linkedin", "threads", "by email", "by e-mail"];

    private static readonly string[] Contributions = ["contributed to this report", "contributed to this story", "contributed to this article", "contributed reporting", "contributed reporting to this article"];

    private static readonly string[] AfterTrade = ["for", "at", "with", "based", "covering", "in", "on"];

    /// <summary>Tells whether a passage at the end of an article is such a note.</summary>
    /// <param name="passages">The passages of the article.</param>
    /// <param name="index">The passage.</param>
    /// <param name="authors">The article's authors, as far as its file names them.</param>
    public static bool IsMatch(IReadOnlyList<Passage> passages, int index, IReadOnlyList<string> authors)
    {
        var text = passages[index].Text;
        return text.Length <= MaxLength
            && (IsContact(text, authors) || IsContribution(text) || authors.Any(author => IsOf(author, text)) || IsOfStranger(passages, index));
    }

    private static bool IsContact(string text, IReadOnlyList<string> authors)
    {
        if (text.Length > MaxContactLength || !Array.Exists(Channels, channel => text.Contains(channel, StringComparison.OrdinalIgnoreCase)))
        {
            return false;
        }

        var reached = text.IndexOf(" can be reached ", StringComparison.OrdinalIgnoreCase);
        return Array.Exists(Tips, opening => text.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
            || (reached > 0 && (PersonName.IsLikely(text[..reached]) || text[..reached].ToLowerInvariant() is "the author" or "the writer" or "the reporter" or "she" or "he"))
            || (Array.Find(ContactVerbs, verb => text.StartsWith(verb, StringComparison.OrdinalIgnoreCase)) is { } opening && Means(text[opening.Length..], authors));
    }

    private static bool Means(string text, IReadOnlyList<string> authors) =>
        Array.Exists(ContactedOnes, one => text.StartsWith(one, StringComparison.OrdinalIgnoreCase)) || authors.Any(author => text.StartsWith(author, StringComparison.OrdinalIgnoreCase));

    private static bool IsContribution(string text) =>
        text.Length <= MaxContributionLength && Array.Exists(Contributions, phrase => text.TrimEnd('.', ' ').EndsWith(phrase, StringComparison.OrdinalIgnoreCase) || text.Contains(phrase + " from ", StringComparison.OrdinalIgnoreCase));

    private static bool IsOf(string author, string text) =>
        text.Length > author.Length + 1 && text.StartsWith(author, StringComparison.OrdinalIgnoreCase) && text[author.Length] == ' '
        && Verbs.Contains(NextWord(text, author.Length + 1));

    /// <summary>Tells whether somebody with a trade of the newsroom is introduced whom no other passage names.</summary>
    private static bool IsOfStranger(IReadOnlyList<Passage> passages, int index)
    {
        var words = passages[index].Text.Split(' ', MaxNameWords + MaxWordsToTrade + 2);
        var verb = Array.FindIndex(words, 0, Math.Min(words.Length, MaxNameWords + 1), word => word == "is");
        if (verb < 2 || verb + 1 >= words.Length || words[verb + 1] is not ("a" or "an" or "the" or "our") || !PersonName.IsLikely(string.Join(' ', words[..verb])) || !IntroducesTrade(words, verb + 2))
        {
            return false;
        }

        var family = words[verb - 1];
        return !passages.Take(index).Any(passage => passage.Text.Contains(family, StringComparison.Ordinal));
    }

    private static bool IntroducesTrade(string[] words, int from)
    {
        for (var i = from; i < Math.Min(words.Length, from + MaxWordsToTrade); i++)
        {
            if (Trades.Contains(words[i].Trim('.', ',', ';', '’', '\'')))
            {
                return words[i].EndsWith('.') || (i + 1 < words.Length && Array.Exists(AfterTrade, word => word == words[i + 1]));
            }

            if (words[i].EndsWith('.'))
            {
                return false;
            }
        }

        return false;
    }

    private static string NextWord(string text, int from)
    {
        var end = text.IndexOf(' ', from);
        return end < 0 ? text[from..] : text[from..end];
    }
}
