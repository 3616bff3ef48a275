using Pipeline.Storage.Articles;
using Pipeline.Text.Summarization;
using Pipeline.Text.Summarization.Rewriting;

namespace Pipeline.Processing.Queries.Responses;

/// <summary>An article's summary, as it is served.</summary>
public sealed record SummaryResponse
{
    /// <summary>Gets the article's id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the blob's name.</summary>
    public required string Blob { get; init; }

    /// <summary>Gets the title.</summary>
    public string? Title { get; init; }

    /// <summary>Gets true where the title was made from the text; null otherwise.</summary>
    public bool? TitleDerived { get; init; }

    /// <summary>Gets the day of publication in the article's own zone.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Gets when the pipeline first saw the article.</summary>
    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>Gets when this content of the article was first tagged.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>Gets the authors; null where none is named.</summary>
    public IReadOnlyList<string>? Authors { get; init; }

    /// <summary>Gets the canonical address.</summary>
    public string? Url { get; init; }

    /// <summary>Gets the publisher or agency.</summary>
    public string? Source { get; init; }

    /// <summary>Gets the language's ISO 639-1 code.</summary>
    public string? Language { get; init; }

    /// <summary>Gets the summary's sentences, in reading order.</summary>
    public required IReadOnlyList<SummarySentence> Summary { get; init; }

    /// <summary>
    /// Gets how these sentences came to stand here: an <c>extract</c>, chosen among more; the <c>whole</c> of a very short article; or
    /// the <c>lead</c>, its first ones in order: of a text without prose, such as a list or a table, or where fewer are asked for than
    /// the whole has. Null where there is no sentence.
    /// </summary>
    public SummaryKind? SummaryKind { get; init; }

    /// <summary>
    /// Gets what a language model made of these sentences, each with the numbers, from 1, of those that it cites; or why that is
    /// refused. Null where none is configured, in listings, and for other lengths than the usual one.
    /// </summary>
    public SummaryRewrite? Rewrite { get; init; }

    /// <summary>Gets the issues, best first.</summary>
    public required IReadOnlyList<IssueResponse> Issues { get; init; }

    /// <summary>Gets the actors, best first; in listings the leading ones.</summary>
    public IReadOnlyList<ActorScore>? Actors { get; init; }

    /// <summary>Gets the id that articles share whose texts are nearly the same; null where there is no other.</summary>
    public string? Cluster { get; init; }

    /// <summary>Gets the score of the issue that was asked for; null elsewhere.</summary>
    public double? Score { get; init; }
}
