namespace Pipeline.Text.Tagging.Actors;

/// <summary>The actors of one article by their full names and by their short forms.</summary>
internal sealed class ActorIndex
{
    private readonly Dictionary<KnownActor, ActorDraft> _known = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(ActorType Type, string Key), ActorDraft> _unknown = [];
    private readonly Dictionary<string, ActorDraft> _short = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ActorDraft> _givenNames = new(StringComparer.Ordinal);

    /// <summary>Returns the actor that a mention names in full; a new one where it is the first.</summary>
    /// <param name="mention">The mention.</param>
    /// <param name="type">What it names.</param>
    public ActorDraft Get(Mention mention, ActorType type)
    {
        if (mention.Known is { } known)
        {
            if (!_known.TryGetValue(known, out var draft))
            {
                _known[known] = draft = new ActorDraft(known.Name, known.Type, known);
            }

            return draft;
        }

        var key = (type, Key(mention.Surface, type));
        if (!_unknown.TryGetValue(key, out var other))
        {
            _unknown[key] = other = new ActorDraft(mention.Surface, type, null);
        }

        return other;
    }

    /// <summary>Lets a short form stand for an actor from here on.</summary>
    /// <param name="shortForm">A family name, an acronym, the name of a company without its form.</param>
    /// <param name="draft">The actor.</param>
    public void Register(string shortForm, ActorDraft draft) => _short[NameKey.Of(shortForm)] = draft;

    /// <summary>Returns the actor that a short form stands for; null where none does.</summary>
    /// <param name="shortForm">The short form.</param>
    public ActorDraft? FindShort(string shortForm) => _short.GetValueOrDefault(NameKey.Of(shortForm));

    /// <summary>Lets a given name stand for the first person who bears it.</summary>
    /// <param name="givenName">The given name.</param>
    /// <param name="draft">The person.</param>
    public void RegisterGivenName(string givenName, ActorDraft draft) => _givenNames.TryAdd(NameKey.Of(givenName), draft);

    /// <summary>Returns the first person with a given name; null where there is none.</summary>
    /// <param name="givenName">The given name.</param>
    public ActorDraft? FindGivenName(string givenName) => _givenNames.GetValueOrDefault(NameKey.Of(givenName));

    // People are the same with and without middle names.
    private static string Key(string surface, ActorType type)
    {
        var key = NameKey.Of(surface);
        var first = key.IndexOf(' ', StringComparison.Ordinal);
        var last = key.LastIndexOf(' ');
        return type == ActorType.Person && first > 0 && last > first ? string.Concat(key.AsSpan(0, first), key.AsSpan(last)) : key;
    }
}
