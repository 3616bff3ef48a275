namespace Pipeline.Storage.Meta;

/// <summary>An order to process articles again, and how far it is.</summary>
public sealed record ReprocessJob
{
    /// <summary>The most files that an order remembers: they stand in one row.</summary>
    public const int MaxFiles = 500;

    /// <summary>Gets its id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets which articles.</summary>
    public required ReprocessFilter Filter { get; init; }

    /// <summary>Gets when it was given.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>Gets when the last article was asked for, or it was called off; null while it is under way.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>Gets a value indicating whether it was called off.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>Gets where the next page begins; null for the first.</summary>
    public string? Cursor { get; init; }

    /// <summary>Gets how many articles were asked for so far; where all files are gone through, how many files.</summary>
    public long Asked { get; init; }

    /// <summary>Gets the ids of the files that were asked to be parsed again, the last one last: a file that holds many of the articles is parsed once. At most <see cref="MaxFiles"/>.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];
}

/// <summary>Which articles are processed again; all, rejected and failed ones too, where nothing is given. Texts as a listing takes them.</summary>
public sealed record ReprocessFilter
{
    /// <summary>Gets the state, <c>rejected</c> or <c>failed</c>; then nothing else is given.</summary>
    public string? State { get; init; }

    /// <summary>Gets the first day.</summary>
    public string? From { get; init; }

    /// <summary>Gets the last day, included.</summary>
    public string? To { get; init; }

    /// <summary>Gets the issue's id.</summary>
    public string? Issue { get; init; }

    /// <summary>Gets the publisher or agency.</summary>
    public string? Source { get; init; }

    /// <summary>Gets the actor.</summary>
    public string? Actor { get; init; }

    /// <summary>Gets the language.</summary>
    public string? Language { get; init; }
}
