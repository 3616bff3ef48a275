using Pipeline.Storage.Index;
using Pipeline.Text;
using Pipeline.Text.Summarization;
using Pipeline.Text.Summarization.Rewriting;
using Pipeline.Text.Tagging;

namespace Pipeline.Storage.Articles;

/// <summary>What is known of an article, but for its text and the evidence of its tags.</summary>
public sealed record ArticleHead
{
    /// <summary>Gets the article's id.</summary>
    public required string ArticleId { get; init; }

    /// <summary>Gets the id of the file that holds it.</summary>
    public required string FileId { get; init; }

    /// <summary>Gets the blob's name.</summary>
    public required string BlobName { get; init; }

    /// <summary>Gets what names the article inside a file of several, cut to <see cref="ArticleLimits.MaxNameLength"/>; null where the file is the article.</summary>
    public string? ItemId { get; init; }

    /// <summary>Gets how far the article is.</summary>
    public required ArticleState State { get; init; }

    /// <summary>Gets when the pipeline first saw the article. Never changes.</summary>
    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>Gets why it is rejected or failed, for programs; null in other states.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets why it is rejected or failed, for people; null in other states.</summary>
    public string? Detail { get; init; }

    /// <summary>Gets the blob's ETag, normalised.</summary>
    public string ETag { get; init; } = "";

    /// <summary>Gets the version of the parsed article; empty while pending.</summary>
    public string Version { get; init; } = "";

    /// <summary>Gets the version of the taxonomy it is tagged with; null where it is not.</summary>
    public string? TaxonomyVersion { get; init; }

    /// <summary>Gets the version of tagging and summarising; null where it is not tagged.</summary>
    public string? PipelineVersion { get; init; }

    /// <summary>Gets the title, cut to <see cref="ArticleLimits.MaxTitleLength"/>.</summary>
    public string? Title { get; init; }

    /// <summary>Gets a value indicating whether the title was made from the text.</summary>
    public bool TitleDerived { get; init; }

    /// <summary>Gets the authors.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Gets the publisher or agency.</summary>
    public string? Source { get; init; }

    /// <summary>Gets the canonical address.</summary>
    public string? Url { get; init; }

    /// <summary>Gets the format it was read from.</summary>
    public string? Format { get; init; }

    /// <summary>Gets the language's ISO 639-1 code.</summary>
    public string? Language { get; init; }

    /// <summary>Gets how sure the language is, from 0 to 1.</summary>
    public double? LanguageConfidence { get; init; }

    /// <summary>Gets when it was published.</summary>
    public PublicationDate? Published { get; init; }

    /// <summary>Gets when it was last changed.</summary>
    public PublicationDate? Modified { get; init; }

    /// <summary>Gets what the publisher says it is about, as many as one property takes.</summary>
    public IReadOnlyList<Subject> Subjects { get; init; } = [];

    /// <summary>Gets the issues, best first.</summary>
    public IReadOnlyList<IssueScore> Issues { get; init; } = [];

    /// <summary>Gets the actors, best first.</summary>
    public IReadOnlyList<ActorScore> Actors { get; init; } = [];

    /// <summary>Gets the summary's candidates, best first, as many as one property takes.</summary>
    public IReadOnlyList<SummarySentence> Summary { get; init; } = [];

    /// <summary>Gets how <see cref="Summary"/> came about; null where there is none.</summary>
    public SummaryKind? SummaryKind { get; init; }

    /// <summary>Gets what a language model made of the summary; null where none is configured.</summary>
    public SummaryRewrite? Rewrite { get; init; }

    /// <summary>Gets the version of what the article says, the same in whatever version of the file; null where it is not tagged.</summary>
    public string? Content { get; init; }

    /// <summary>Gets when this content of the article was first tagged; null where it is not tagged.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>Gets the signature of the text, by which nearly equal ones are found; empty where it is not tagged or has no words.</summary>
    public ReadOnlyMemory<byte> Signature { get; init; }

    /// <summary>Gets the id that articles share whose texts are nearly the same; null where there is no other.</summary>
    public string? Cluster { get; init; }

    /// <summary>Gets the newest generation of the index that the article stands in; 0 where it stands in none.</summary>
    public int Generation { get; init; }

    /// <summary>Gets a value indicating whether somebody asked for the article to be kept away although its file holds it.</summary>
    public bool IsSuppressed { get; init; }

    /// <summary>
    /// Gets the <see cref="Content"/> with which the article became older than articles are kept (its <see cref="Version"/> where it
    /// had none): it is kept away until it says something else. Null where it has not expired.
    /// </summary>
    public string? Expired { get; init; }

    /// <summary>Gets when it became a tombstone; null where it is none.</summary>
    public DateTimeOffset? Deleted { get; init; }

    /// <summary>Gets the revision that was committed last; 0 where none was.</summary>
    public int Rev { get; init; }

    /// <summary>Gets the highest revision that anybody has begun.</summary>
    public int NextRev { get; init; }

    /// <summary>Gets the index rows that belong to <see cref="Rev"/>.</summary>
    public IReadOnlyList<IndexKey> IndexKeys { get; init; } = [];

    /// <summary>Gets the date that orders the article.</summary>
    public EffectiveDate EffectiveDate => EffectiveDate.Of(Published, FirstSeen);

    /// <summary>Tells whether the article is to be a tombstone although its file holds it. An article that expired with another version must be compared first.</summary>
    /// <param name="version">The version of the file.</param>
    public bool IsKeptAway(string version) => IsSuppressed || (Expired is not null && Version == version);
}

/// <summary>An issue of an article without its evidence.</summary>
/// <param name="Id">The concept's id.</param>
/// <param name="Score">How strongly the article is about it, from 0 to 1.</param>
public readonly record struct IssueScore(string Id, double Score);

/// <summary>An actor of an article without the evidence.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">What the actor is.</param>
/// <param name="Score">How much the article is about the actor, from 0 to 1.</param>
/// <param name="Role">The office or title; null where the text gives none.</param>
/// <param name="Wikidata">The Wikidata item; null where the actor is not known.</param>
public readonly record struct ActorScore(string Name, ActorType Type, double Score, string? Role, string? Wikidata);
