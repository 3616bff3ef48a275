using System.Text.Json.Serialization;

namespace Pipeline.Processing.Feeds;

/// <summary>A feed by the names of JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).</summary>
public sealed record JsonFeedDocument
{
    /// <summary>Gets the version of the format.</summary>
    [JsonPropertyName("version")]
    public string Version { get; init; } = "https://jsonfeed.org/version/1.1";

    /// <summary>Gets the feed's title.</summary>
    [JsonPropertyName("title")]
    public required string Title { get; init; }

    /// <summary>Gets the address of the same articles for people.</summary>
    [JsonPropertyName("home_page_url")]
    public required string HomePage { get; init; }

    /// <summary>Gets the feed's own address.</summary>
    [JsonPropertyName("feed_url")]
    public required string Address { get; init; }

    /// <summary>Gets the address of the next page; null where this is the last.</summary>
    [JsonPropertyName("next_url")]
    public string? Next { get; init; }

    /// <summary>Gets the articles, newest first.</summary>
    [JsonPropertyName("items")]
    public required IReadOnlyList<JsonFeedItem> Items { get; init; }
}

/// <summary>An article of a feed.</summary>
public sealed record JsonFeedItem
{
    /// <summary>Gets the id, the same in all feeds and for all versions of the article.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>Gets the address of its summary.</summary>
    [JsonPropertyName("url")]
    public required string Address { get; init; }

    /// <summary>Gets the title.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    /// <summary>Gets the summary as plain text.</summary>
    [JsonPropertyName("content_text")]
    public required string Text { get; init; }

    /// <summary>Gets when it was published.</summary>
    [JsonPropertyName("date_published")]
    public required DateTimeOffset Published { get; init; }

    /// <summary>Gets when it was last changed.</summary>
    [JsonPropertyName("date_modified")]
    public required DateTimeOffset Modified { get; init; }

    /// <summary>Gets the publisher or agency; null where it is not known.</summary>
    [JsonPropertyName("authors")]
    public IReadOnlyList<JsonFeedAuthor>? Authors { get; init; }

    /// <summary>Gets the labels of its issues; null where it has none.</summary>
    [JsonPropertyName("tags")]
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>Gets the language's ISO 639-1 code.</summary>
    [JsonPropertyName("language")]
    public string? Language { get; init; }
}

/// <summary>Who an article is by.</summary>
/// <param name="Name">The name.</param>
public sealed record JsonFeedAuthor([property: JsonPropertyName("name")] string Name);
