namespace Pipeline.Text.Tagging;

/// <summary>What an actor is.</summary>
public enum ActorType
{
    /// <summary>A person.</summary>
    Person,

    /// <summary>A government, party, company, agency, armed group or other body.</summary>
    Organization,

    /// <summary>A state.</summary>
    Country,

    /// <summary>A city, region or other place.</summary>
    Place,
}

/// <summary>Who or where an article speaks of, with every mention.</summary>
public sealed record ActorTag
{
    /// <summary>Gets the fullest form of the name: the known one where the actor is known.</summary>
    public required string Name { get; init; }

    /// <summary>Gets what the actor is.</summary>
    public required ActorType Type { get; init; }

    /// <summary>Gets the office or title that the text gives, as "national security adviser"; null where it gives none.</summary>
    public string? Role { get; init; }

    /// <summary>Gets how much the article is about the actor, from 0 to 1.</summary>
    public required double Score { get; init; }

    /// <summary>Gets the Wikidata item where the actor is known.</summary>
    public string? Wikidata { get; init; }

    /// <summary>Gets the mentions in the article's text, in order; empty only where every mention is in the FAQ.</summary>
    public required IReadOnlyList<TextSpan> Evidence { get; init; }

    /// <summary>Gets the mentions in the article's FAQ, in order; null where there is none.</summary>
    public IReadOnlyList<FaqMention>? FaqEvidence { get; init; }
}
