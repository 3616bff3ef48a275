using Pipeline.Text.Tagging.Actors.Recognition;

namespace Pipeline.Text.Tagging.Actors;

/// <summary>What the rest of an article says of its names: which of several actors one means, by the words that the article holds, and how it writes words.</summary>
internal sealed class DocumentContext(string text, bool isEnglish)
{
    // How much of a text is searched for context words: news says early what it is about. In UTF-16 code units.
    private const int SearchedLength = 100_000;

    // One may stand anywhere: "the goal of the talks". Chosen by hand.
    private const int MinimumSportWords = 2;

    private readonly Dictionary<string, bool> _holds = new(StringComparer.Ordinal);
    private readonly string _searched = text.Length > SearchedLength ? text[..SearchedLength] : text;
    private bool? _isSport;

    /// <summary>Gets a value indicating whether the rules for English names apply.</summary>
    public bool IsEnglish => isEnglish;

    /// <summary>Gets a value indicating whether the article is a report of sport.</summary>
    public bool IsSport => _isSport ??= NameLexicon.SportWords.Count(Holds) >= MinimumSportWords;

    /// <summary>Gets how the article writes its words.</summary>
    public CapitalStatistics Capitals { get; } = new();

    /// <summary>Creates the context of an article; one whose language is unknown counts as English.</summary>
    /// <param name="article">The article.</param>
    public static DocumentContext Create(Article article) => new(article.Text, article.Language is null or "en");

    /// <summary>Chooses among the entries of a name; null where the article supports none.</summary>
    /// <param name="names">The entries, in order of preference.</param>
    public KnownName? Choose(ReadOnlySpan<KnownName> names)
    {
        KnownName? best = null;
        var bestCount = -1;
        foreach (var name in names)
        {
            var count = name.Actor.Context.Count(Holds);
            if (count > bestCount && (count > 0 || name.Actor.Context.Count == 0))
            {
                (best, bestCount) = (name, count);
            }
        }

        return best;
    }

    private bool Holds(string word)
    {
        if (!_holds.TryGetValue(word, out var found))
        {
            _holds[word] = found = Contains(word);
        }

        return found;
    }

    private bool Contains(string word)
    {
        for (var i = _searched.IndexOf(word, StringComparison.Ordinal); i >= 0; i = _searched.IndexOf(word, i + 1, StringComparison.Ordinal))
        {
            var end = i + word.Length;
            if ((i == 0 || !char.IsLetterOrDigit(_searched[i - 1])) && (end == _searched.Length || !char.IsLetterOrDigit(_searched[end])))
            {
                return true;
            }
        }

        return false;
    }
}
