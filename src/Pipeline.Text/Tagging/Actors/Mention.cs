namespace Pipeline.Text.Tagging.Actors;

/// <summary>What the words around a mention say about it.</summary>
[Flags]
internal enum MentionCues
{
    None = 0,

    /// <summary>It opens the sentence, or a verb of speaking follows: it acts.</summary>
    Subject = 1,

    /// <summary>"in", "of" or the like, or the name of a city, stands before it, or what only states have after it: a place is meant.</summary>
    Place = 2,

    /// <summary>A title stands before it: a person is meant.</summary>
    Titled = 4,

    /// <summary>It is an everyday word, or a month: a name only if the article gave it as one. Of a country: a given name, unless the article speaks of the country elsewhere.</summary>
    Doubtful = 8,

    /// <summary>It is the adjective of a country.</summary>
    Adjective = 16,
}

/// <summary>A name as it stands in an article.</summary>
/// <param name="Part">The part of the article.</param>
/// <param name="Span">Where, in that part's text.</param>
/// <param name="Surface">The name as written.</param>
/// <param name="Type">What it names; null where only the rest of the article can tell.</param>
/// <param name="Known">The gazetteer's entry, where it has one.</param>
/// <param name="Role">The office that stands beside it.</param>
/// <param name="Acronym">The acronym in brackets after it.</param>
/// <param name="Cues">What the words around it say.</param>
internal sealed record Mention(
    ArticlePart Part,
    TextSpan Span,
    string Surface,
    ActorType? Type,
    KnownActor? Known,
    string? Role,
    string? Acronym,
    MentionCues Cues)
{
    /// <summary>Gets a value indicating whether the name is of one word.</summary>
    public bool IsShort => !Surface.AsSpan().ContainsAny(" -\n");
}
