using Pipeline.Storage.Articles;
using Pipeline.Text;

namespace Pipeline.Processing.Queries.Responses;

/// <summary>What is known of an article, as it is served.</summary>
public sealed record ArticleResponse
{
    /// <summary>Gets the article's id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the id of its file.</summary>
    public required string FileId { get; init; }

    /// <summary>Gets the blob's name.</summary>
    public required string Blob { get; init; }

    /// <summary>Gets what names the article inside a file of several: a path in an archive, an address, an id of the publisher's; null where the file is the article.</summary>
    public string? Item { get; init; }

    /// <summary>Gets how far the article is.</summary>
    public required ArticleState State { get; init; }

    /// <summary>Gets why it is rejected or failed, for programs.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets why it is rejected or failed, for people.</summary>
    public string? Detail { get; init; }

    /// <summary>Gets the title.</summary>
    public string? Title { get; init; }

    /// <summary>Gets true where the title was made from the text; null otherwise.</summary>
    public bool? TitleDerived { get; init; }

    /// <summary>Gets the authors; null where none is named.</summary>
    public IReadOnlyList<string>? Authors { get; init; }

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

    /// <summary>Gets when it was last changed; null where the file does not say.</summary>
    public PublicationDate? Modified { get; init; }

    /// <summary>Gets what the publisher says it is about; null where the file does not say.</summary>
    public IReadOnlyList<Subject>? Subjects { get; init; }

    /// <summary>Gets when the pipeline first saw the article.</summary>
    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>Gets when this content of the article was first tagged; null where it is not tagged.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>Gets the id that articles share whose texts are nearly the same; null where there is no other.</summary>
    public string? Cluster { get; init; }

    /// <summary>Gets the issues, best first.</summary>
    public IReadOnlyList<IssueResponse>? Issues { get; init; }

    /// <summary>Gets the actors, best first.</summary>
    public IReadOnlyList<ActorScore>? Actors { get; init; }

    /// <summary>Gets the version of the parsed article.</summary>
    public string? Version { get; init; }

    /// <summary>Gets the version of the taxonomy it is tagged with.</summary>
    public string? TaxonomyVersion { get; init; }
}
