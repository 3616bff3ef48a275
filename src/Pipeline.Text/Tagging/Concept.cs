namespace Pipeline.Text.Tagging;

/// <summary>An issue of the taxonomy, in the terms of SKOS, with the words that show it in a text.</summary>
public sealed record Concept
{
    // Subtopics are a major topic times a hundred, and a number.
    private const int FirstSubtopic = 100;

    /// <summary>Gets the id: small letters, digits and single hyphens, as <c>climate-change</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the name to show.</summary>
    public required string PreferredLabel { get; init; }

    /// <summary>Gets other names of the same issue; may be empty.</summary>
    public IReadOnlyList<string> AlternativeLabels { get; init; } = [];

    /// <summary>Gets what falls under the issue, in a sentence.</summary>
    public string? Definition { get; init; }

    /// <summary>Gets the ids of the issues that this one is a part of; may be empty. There are no cycles.</summary>
    public IReadOnlyList<string> Broader { get; init; } = [];

    /// <summary>Gets the ids of issues that this one has to do with; may be empty.</summary>
    public IReadOnlyList<string> Related { get; init; } = [];

    /// <summary>Gets the IPTC Media Topic, as <c>medtop:20000000</c>.</summary>
    public string? Medtop { get; init; }

    /// <summary>Gets the Wikidata item, as <c>Q0</c>.</summary>
    public string? Wikidata { get; init; }

    /// <summary>Gets the code of the Comparative Agendas Project: a major topic (1 to 23) or a subtopic of one (100 to 2399).</summary>
    public int? Cap { get; init; }

    /// <summary>Gets the major topic that the code of the Comparative Agendas Project is or belongs to; null where there is no code.</summary>
    public int? MajorAgenda => Cap < FirstSubtopic ? Cap : Cap / FirstSubtopic;

    /// <summary>Gets the words that show the issue: the listed terms, then the labels that no listed term repeats.</summary>
    public IReadOnlyList<Term> Terms { get; init; } = [];

    /// <summary>Gets phrases that hold a term but mean something else, as "ice hockey" holds "ice"; patterns as in <see cref="Term.Text"/>.</summary>
    public IReadOnlyList<string> Except { get; init; } = [];
}
