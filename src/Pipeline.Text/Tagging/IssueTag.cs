namespace Pipeline.Text.Tagging;

/// <summary>An issue that an article is about, with what shows it.</summary>
public sealed record IssueTag
{
    /// <summary>Gets the concept's id in the taxonomy.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the concept's preferred label.</summary>
    public required string Label { get; init; }

    /// <summary>Gets how strongly the article is about the issue, from 0 to 1; comparable between articles.</summary>
    public required double Score { get; init; }

    /// <summary>Gets the IPTC Media Topic, as <c>medtop:20000000</c>.</summary>
    public string? Medtop { get; init; }

    /// <summary>Gets the Wikidata item, as <c>Q0</c>.</summary>
    public string? Wikidata { get; init; }

    /// <summary>Gets the mentions in the article's text that show the issue, in order; never empty.</summary>
    public required IReadOnlyList<TextSpan> Evidence { get; init; }
}
