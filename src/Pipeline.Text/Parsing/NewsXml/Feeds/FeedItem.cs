using Pipeline.Text.Parsing.Elements.Names;

namespace Pipeline.Text.Parsing.NewsXml.Feeds;

/// <summary>What an item of a feed says, whatever kind of feed it is.</summary>
internal sealed record FeedItem
{
    public string? Id { get; init; }

    public string? Url { get; init; }

    public string? Title { get; init; }

    /// <summary>Gets the texts that may be the body, the fullest first, as HTML or plain text.</summary>
    public IReadOnlyList<string> Bodies { get; init; } = [];

    public PublicationDate? Published { get; init; }

    public PublicationDate? Modified { get; init; }

    public required AuthorList Authors { get; init; }

    public string? Source { get; init; }

    public string? Language { get; init; }

    public IReadOnlyList<Subject> Subjects { get; init; } = [];
}
