using Pipeline.Storage.Articles;
using Pipeline.Text;
using Pipeline.Text.Summarization;
using Pipeline.Text.Summarization.Digests;

namespace Pipeline.Storage.Index;

/// <summary>What an index row holds of an article: enough for a listing, so that a page of it is one query.</summary>
public sealed record IndexEntry
{
    /// <summary>Gets the article's id.</summary>
    public required string ArticleId { get; init; }

    /// <summary>Gets the revision of the head that wrote the row.</summary>
    public required int Rev { get; init; }

    /// <summary>Gets when the pipeline first saw the article.</summary>
    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>Gets when it was published.</summary>
    public PublicationDate? Published { get; init; }

    /// <summary>Gets the blob's name.</summary>
    public required string BlobName { get; init; }

    /// <summary>Gets the title.</summary>
    public string? Title { get; init; }

    /// <summary>Gets a value indicating whether the title was made from the text.</summary>
    public bool TitleDerived { get; init; }

    /// <summary>Gets the publisher or agency.</summary>
    public string? Source { get; init; }

    /// <summary>Gets the language's ISO 639-1 code.</summary>
    public string? Language { get; init; }

    /// <summary>Gets the summary, in reading order.</summary>
    public IReadOnlyList<SummarySentence> Summary { get; init; } = [];

    /// <summary>Gets the sentences that a digest may pick, best first, as <see cref="DigestCandidates"/> keeps them; empty where the query does not ask for them.</summary>
    public IReadOnlyList<DigestCandidate> Candidates { get; init; } = [];

    /// <summary>Gets the article's leading issues, best first.</summary>
    public IReadOnlyList<IssueScore> Issues { get; init; } = [];

    /// <summary>Gets the score of the listing's own issue; null in other listings.</summary>
    public double? Score { get; init; }

    /// <summary>Gets why the article is rejected or failed, for programs; null in other listings.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets why the article is rejected or failed, for people; null in other listings.</summary>
    public string? Detail { get; init; }
}

/// <summary>An index row.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Entry">What it holds.</param>
public sealed record IndexRow(IndexKey Key, IndexEntry Entry);
