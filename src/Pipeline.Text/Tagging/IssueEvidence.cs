using System.Text.Json.Serialization;

namespace Pipeline.Text.Tagging;

/// <summary>What makes a stretch of text evidence of an issue.</summary>
public enum EvidenceKind
{
    /// <summary>It is a term of the taxonomy.</summary>
    Term,

    /// <summary>It is a word or two that articles on the issue have more often than others, as the learned model knows.</summary>
    Model,
}

/// <summary>A stretch of an article's text that shows an issue.</summary>
/// <param name="Start">The offset of the first character, in UTF-16 code units.</param>
/// <param name="Length">The length, in UTF-16 code units.</param>
/// <param name="Kind">What makes it evidence.</param>
/// <param name="Share">How much of all that speaks for the issue it carried, from 0 to 1. Mentions in the title and the FAQ carry too, so the sum is at most 1.</param>
/// <param name="Term">The words of the term, as the taxonomy writes them, with … for a gap; null where it is no term.</param>
/// <param name="Issue">The narrower issue whose term it is; null where it is one of the issue itself.</param>
public readonly record struct IssueEvidence(int Start, int Length, EvidenceKind Kind, double Share, string? Term = null, string? Issue = null)
{
    /// <summary>Gets the offset just past the last character, in UTF-16 code units.</summary>
    [JsonIgnore]
    public int End => Start + Length;

    /// <summary>Gets where it stands.</summary>
    [JsonIgnore]
    public TextSpan Span => new(Start, Length);
}
