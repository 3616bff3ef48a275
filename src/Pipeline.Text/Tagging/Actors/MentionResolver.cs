namespace Pipeline.Text.Tagging.Actors;

/// <summary>
/// Joins the mentions of an article into actors. A short form goes to the last actor before it that the article gave
/// with that family name, acronym or short company name; else to the first one after it.
/// </summary>
internal static class MentionResolver
{
    private static readonly string[] NameSuffixes = ["Jr", "Sr", "II", "III", "IV"];
    private static readonly string[] CompanySuffixes = ["Inc", "Corp", "Corporation", "Ltd", "LLC", "PLC", "plc", "Co", "Company", "Group", "Holdings", "Limited"];

    /// <summary>Resolves mentions.</summary>
    /// <param name="mentions">The mentions in reading order.</param>
    /// <returns>The actors in the order of their first mention.</returns>
    public static IReadOnlyCollection<ActorDraft> Resolve(IReadOnlyList<Mention> mentions)
    {
        var actors = new ActorIndex();
        var drafts = new ActorDraft?[mentions.Count];

        // The last pass' short forms are those of the whole article: what is left takes the first full name after it.
        for (var i = 0; i < mentions.Count; i++)
        {
            drafts[i] = Draft(mentions[i], actors, isLastChance: false);
        }

        for (var i = 0; i < mentions.Count; i++)
        {
            drafts[i] ??= Draft(mentions[i], actors, isLastChance: true);
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

    private static ActorDraft? Draft(Mention mention, ActorIndex actors, bool isLastChance)
    {
        var cues = mention.Cues;
        if (mention.IsShort && mention.Type is null or ActorType.Person or ActorType.Place or ActorType.Country)
        {
            var named = actors.FindShort(mention.Surface);
            var fits = mention.Type switch
            {
                null => !cues.HasFlag(MentionCues.Doubtful),
                ActorType.Person => mention.Known is null,
                // "Jordan said" where the article is about Jim Jordan.
                _ => named?.Type is ActorType.Person && (mention.Known is null || !cues.HasFlag(MentionCues.AfterPlacePreposition)),
            };
            if (named is not null && fits)
            {
                return named;
            }
        }

        if (mention.Type is null || (mention.IsShort && mention.Type is ActorType.Person && mention.Known is null && !isLastChance))
        {
            // A family name after a title waits for its full name; so does a word of which nothing is known.
            return mention.Type is null && isLastChance && !cues.HasFlag(MentionCues.Doubtful) ? actors.FindGivenName(mention.Surface) : null;
        }

        var draft = actors.Get(mention, mention.Type.Value);
        RegisterShortForms(mention, draft, actors);
        return draft;
    }

    private static void RegisterShortForms(Mention mention, ActorDraft draft, ActorIndex actors)
    {
        if (mention.Acronym is { } acronym)
        {
            actors.Register(acronym, draft);
        }

        if (mention.IsShort)
        {
            return;
        }

        var words = mention.Surface.Split([' ', '-', '\n'], StringSplitOptions.RemoveEmptyEntries);
        if (draft.Type == ActorType.Person)
        {
            var last = words.Length - 1;
            while (last > 1 && NameSuffixes.Contains(words[last].TrimEnd('.')))
            {
                last--;
            }

            actors.Register(words[last], draft);
            if (!mention.Cues.HasFlag(MentionCues.Tentative))
            {
                actors.RegisterGivenName(words[0], draft);
            }
        }
        else if (draft.Type == ActorType.Organization && words.Length == 2 && CompanySuffixes.Contains(words[1]))
        {
            actors.Register(words[0], draft);
        }
    }
}
