namespace Pipeline.Text.Tagging.Actors;

/// <summary>What each name of an article names, by all its mentions: a single one that is read otherwise follows the others.</summary>
internal sealed class TypeVote
{
    // With fewer mentions, and with a smaller majority, each mention is read by itself. Chosen on labelled articles.
    private const int MinimumMentions = 3;
    private const double MinimumShare = 0.65;

    private readonly Dictionary<string, ActorType> _types = new(StringComparer.Ordinal);

    /// <summary>Counts the mentions of an article.</summary>
    /// <param name="mentions">The mentions.</param>
    public TypeVote(IEnumerable<Mention> mentions)
    {
        foreach (var name in mentions.Where(mention => mention is { Known: null, Type: not null }).GroupBy(mention => NameKey.Of(mention.Surface), StringComparer.Ordinal))
        {
            var count = name.Count();
            var best = name.CountBy(mention => mention.Type!.Value).MaxBy(type => type.Value);
            if (count >= MinimumMentions && best.Value >= MinimumShare * count)
            {
                _types[name.Key] = best.Key;
            }
        }
    }

    /// <summary>Returns what a mention names; null where only the rest of the article can tell.</summary>
    /// <param name="mention">The mention.</param>
    public ActorType? TypeOf(Mention mention) =>
        mention is { Known: null, Type: not null } && _types.TryGetValue(NameKey.Of(mention.Surface), out var type) ? type : mention.Type;
}
