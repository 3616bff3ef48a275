namespace Pipeline.Text.Tagging.Actors;

/// <summary>
/// Joins the mentions of an article into actors. A short form goes to the last actor before it that the article gave
/// with that family name, acronym or short company name; else to the first one after it.
/// </summary>
internal static class MentionResolver
{
    /// <summary>Resolves mentions.</summary>
    /// <param name="mentions">The mentions in reading order.</param>
    /// <returns>The actors in the order of their first mention.</returns>
    public static IReadOnlyCollection<ActorDraft> Resolve(IReadOnlyList<Mention> mentions)
    {
        mentions = ReadGivenNames(mentions);
        var actors = new ActorIndex();
        var types = new TypeVote(mentions);
        var drafts = new ActorDraft?[mentions.Count];

        // The last pass' short forms are those of the whole article: what is left takes the first full name after it.
        for (var i = 0; i < mentions.Count; i++)
        {
            drafts[i] = Draft(mentions[i], types.TypeOf(mentions[i]), actors, isLastChance: false);
        }

        for (var i = 0; i < mentions.Count; i++)
        {
            drafts[i] ??= Draft(mentions[i], types.TypeOf(mentions[i]), actors, isLastChance: true);
        }

        var resolved = new OrderedDictionary<ActorDraft, bool>();
        for (var i = 0; i < mentions.Count; i++)
        {
            if (drafts[i] is { } draft)
            {
                draft.Add(mentions[i]);
                resolved.TryAdd(draft, true);
            }
        }

        return resolved.Keys;
    }

    // "Chad won the lottery" is about a man where nothing else speaks of the country or of a place in it.
    private static IReadOnlyList<Mention> ReadGivenNames(IReadOnlyList<Mention> mentions)
    {
        var countries = mentions.Where(mention => !IsDoubtfulCountry(mention)).Select(mention => mention.Known?.Country).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. mentions.Select(mention => IsDoubtfulCountry(mention) && !countries.Contains(mention.Known!.Country)
                ? mention with { Type = ActorType.Person, Known = null, Cues = mention.Cues & ~MentionCues.Doubtful }
                : mention),
        ];
    }

    private static bool IsDoubtfulCountry(Mention mention) => mention.Known?.Type is ActorType.Country && mention.Cues.HasFlag(MentionCues.Doubtful);

    private static ActorDraft? Draft(Mention mention, ActorType? type, ActorIndex actors, bool isLastChance)
    {
        if ((actors.FindShort(mention.Surface) ?? KnownGivenName(mention, actors)) is { } named && StandsFor(mention, type, named))
        {
            return named;
        }

        var waits = mention.IsShort && mention.Known is null && type is null or ActorType.Person;
        if (waits && !isLastChance)
        {
            // A family name waits for its full name; so does a word of which nothing is known.
            return null;
        }

        var isDoubtful = mention.Cues.HasFlag(MentionCues.Doubtful);
        if (waits && !isDoubtful && actors.FindGivenName(mention.Surface) is { } given)
        {
            return given;
        }

        if (type is not { } certain)
        {
            // A headline's word of which only the text says that it is a name, or another person with a family name of the article.
            return isDoubtful ? null
                : actors.FindNamed(mention.Surface) ?? (IsOfFamily(mention, actors) ? actors.Get(mention, ActorType.Person) : null);
        }

        var draft = actors.Get(mention, certain);
        ShortForms.Register(mention, draft, actors);
        return draft;
    }

    // "Colt Gray", where the article gives a Colin Gray.
    private static bool IsOfFamily(Mention mention, ActorIndex actors) =>
        !mention.IsShort && actors.FindShort(mention.Surface[(mention.Surface.LastIndexOf(' ') + 1)..]) is { Type: ActorType.Person };

    // "Chad" is a country, and the man whom the article has named in full.
    private static ActorDraft? KnownGivenName(Mention mention, ActorIndex actors) =>
        mention.Known is null ? null : actors.FindGivenName(mention.Surface);

    private static bool StandsFor(Mention mention, ActorType? type, ActorDraft named) => type switch
    {
        null => !mention.Cues.HasFlag(MentionCues.Doubtful),
        ActorType.Organization when !mention.IsShort => named.Type is ActorType.Organization,
        // "Jordan said" where the article is about Jim Jordan.
        ActorType.Place or ActorType.Country when mention.Known is not null =>
            mention.IsShort && named.Type is ActorType.Person or ActorType.Event && (mention.Cues & (MentionCues.Place | MentionCues.Adjective)) == MentionCues.None,
        _ => mention is { Known: null, IsShort: true },
    };
}
