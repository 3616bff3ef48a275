namespace Pipeline.Processing.Queries.Responses;

/// <summary>An issue of the taxonomy, as it is served.</summary>
public sealed record IssueDetailsResponse
{
    /// <summary>Gets the concept's id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets its preferred label.</summary>
    public required string Label { get; init; }

    /// <summary>Gets its other names; null where it has none.</summary>
    public IReadOnlyList<string>? AlternativeLabels { get; init; }

    /// <summary>Gets what falls under it.</summary>
    public string? Definition { get; init; }

    /// <summary>Gets the IPTC Media Topic.</summary>
    public string? Medtop { get; init; }

    /// <summary>Gets the Wikidata item.</summary>
    public string? Wikidata { get; init; }

    /// <summary>Gets the code of the Comparative Agendas Project.</summary>
    public int? Cap { get; init; }

    /// <summary>Gets the number of its articles.</summary>
    public required long Articles { get; init; }

    /// <summary>Gets the number of articles about it or a narrower issue.</summary>
    public required long ArticlesWithNarrower { get; init; }

    /// <summary>Gets the issues that it is a part of.</summary>
    public required IReadOnlyList<IssueCountResponse> Broader { get; init; }

    /// <summary>Gets the issues that are a part of it, most articles first.</summary>
    public required IReadOnlyList<IssueCountResponse> Narrower { get; init; }

    /// <summary>Gets the issues that it has to do with.</summary>
    public required IReadOnlyList<IssueCountResponse> Related { get; init; }

    /// <summary>Gets the number of its articles by month, the oldest first.</summary>
    public required IReadOnlyList<TimelinePoint> Timeline { get; init; }
}
