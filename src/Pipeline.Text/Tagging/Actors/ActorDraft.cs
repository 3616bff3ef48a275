namespace Pipeline.Text.Tagging.Actors;

/// <summary>An actor while its mentions are collected.</summary>
internal sealed class ActorDraft(string name, ActorType type, KnownActor? known)
{
    // Longer names are two that ran together.
    private const int MaxNameWords = 4;

    /// <summary>Gets the fullest name so far.</summary>
    public string Name { get; private set; } = known?.Name ?? name;

    /// <summary>Gets what it is.</summary>
    public ActorType Type => type;

    /// <summary>Gets the gazetteer's entry.</summary>
    public KnownActor? Known => known;

    /// <summary>Gets the first office that the article gives.</summary>
    public string? Role { get; private set; }

    /// <summary>Gets the mentions in the text, at most <see cref="ActorTagger.MaxEvidence"/>.</summary>
    public List<TextSpan> Evidence { get; } = [];

    /// <summary>Gets the mentions in the FAQ, at most as many.</summary>
    public List<FaqMention> FaqEvidence { get; } = [];

    /// <summary>Gets how many mentions there are in the text and the FAQ, those not kept included.</summary>
    public int Count { get; private set; }

    /// <summary>Gets how many of them act.</summary>
    public int Subjects { get; private set; }

    /// <summary>Gets a value indicating whether the title names it.</summary>
    public bool InTitle { get; private set; }

    /// <summary>Gets a value indicating whether anything but capitals speaks for it: a title, a given name, a short form.</summary>
    public bool IsEvident { get; private set; }

    /// <summary>Adds a mention.</summary>
    /// <param name="mention">The mention.</param>
    public void Add(Mention mention)
    {
        IsEvident |= !mention.Cues.HasFlag(MentionCues.Tentative);
        if (mention.Part.Kind == ArticlePartKind.Title)
        {
            InTitle = true;
            return;
        }

        Count++;
        Subjects += mention.Cues.HasFlag(MentionCues.Subject) ? 1 : 0;
        Role ??= mention.Role;
        if (known is null && mention.Type == type && mention.Surface.Length > Name.Length && mention.Surface.AsSpan().Count(' ') < MaxNameWords)
        {
            Name = mention.Surface;
        }

        if (mention.Part.Kind == ArticlePartKind.Body)
        {
            if (Evidence.Count < ActorTagger.MaxEvidence)
            {
                Evidence.Add(mention.Span);
            }
        }
        else if (FaqEvidence.Count < ActorTagger.MaxEvidence)
        {
            var part = mention.Part.Kind == ArticlePartKind.Question ? FaqPart.Question : FaqPart.Answer;
            FaqEvidence.Add(new FaqMention(mention.Part.Index, part, mention.Span.Start, mention.Span.Length));
        }
    }
}
