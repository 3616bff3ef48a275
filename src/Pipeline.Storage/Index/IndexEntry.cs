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
    public DateTimeOffset FirstSeen { get; init; }

    /// <summary>Gets when this content of the article was first tagged.</summary>
    public DateTimeOffset Updated { get; init; }

    /// <summary>Gets when it was published.</summary>
    public PublicationDate? Published { get; init; }

    /// <summary>Gets the blob's name.</summary>
    public string BlobName { get; init; } = "";

    /// <summary>Gets the title.</summary>
    public string? Title { get; init; }

    /// <summary>Gets a value indicating whether the title was made from the text.</summary>
    public bool TitleDerived { get; init; }

    /// <summary>Gets the authors.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Gets the publisher or agency.</summary>
    public string? Source { get; init; }

    /// <summary>Gets the canonical address.</summary>
    public string? Url { get; init; }

    /// <summary>Gets the language's ISO 639-1 code.</summary>
    public string? Language { get; init; }

    /// <summary>Gets the summary, in reading order.</summary>
    public IReadOnlyList<SummarySentence> Summary { get; init; } = [];

    /// <summary>Gets how <see cref="Summary"/> came about; null where there is none.</summary>
    public SummaryKind? SummaryKind { get; init; }

    /// <summary>Gets the sentences that a digest may pick, best first, as <see cref="DigestCandidates"/> keeps them; kept in the listings that digests are made of.</summary>
    public IReadOnlyList<DigestCandidate> Candidates { get; init; } = [];

    /// <summary>Gets the article's issues, best first.</summary>
    public IReadOnlyList<IssueScore> Issues { get; init; } = [];

    /// <summary>Gets the article's leading actors, best first: those whose listings it stands in.</summary>
    public IReadOnlyList<ActorScore> Actors { get; init; } = [];

    /// <summary>Gets the id that articles share whose texts are nearly the same; null where there is no other.</summary>
    public string? Cluster { get; init; }

    /// <summary>Gets the signature of the text, in the listings of its bands; empty in others.</summary>
    public ReadOnlyMemory<byte> Signature { get; init; }

    /// <summary>Gets the score of the listing's own issue, of its best issue in a branch; null in other listings.</summary>
    public double? Score { get; init; }

    /// <summary>Gets why the article is rejected or failed, for programs; null in other listings.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets why the article is rejected or failed, for people; null in other listings.</summary>
    public string? Detail { get; init; }

    /// <summary>Gets the date that orders the article in all listings but <see cref="IndexKind.Arrival"/>.</summary>
    public EffectiveDate EffectiveDate => EffectiveDate.Of(Published, FirstSeen);
}

/// <summary>An index row.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Entry">What it holds.</param>
public sealed record IndexRow(IndexKey Key, IndexEntry Entry)
{
    /// <summary>Gets where the row stands in its listing.</summary>
    public IndexPosition Position => IndexPosition.TryParse(Key.RowKey, out var position)
        ? position.Value
        : throw new FormatException($"'{Key}' has no position.");
}
