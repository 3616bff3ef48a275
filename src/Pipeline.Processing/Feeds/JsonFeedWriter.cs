using System.Text.Json;
using Pipeline.Processing.Addresses;
using Pipeline.Processing.Queries.Responses;
using Pipeline.Text;

namespace Pipeline.Processing.Feeds;

/// <summary>Writes a feed as JSON Feed 1.1.</summary>
public static class JsonFeedWriter
{
    /// <summary>Writes a feed.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="address">Where it is served, and what leads to other routes.</param>
    public static byte[] Write(Feed feed, ApiAddress address) => JsonSerializer.SerializeToUtf8Bytes(Describe(feed, address), PipelineJson.Options);

    private static JsonFeedDocument Describe(Feed feed, ApiAddress address) => new()
    {
        Title = feed.Title,
        HomePage = address.Summaries(feed.IssueId),
        Address = address.Self,
        Next = feed.Next is { } next ? address.Page(next) : null,
        Items = [.. feed.Articles.Select(article => Describe(article, address))],
    };

    private static JsonFeedItem Describe(SummaryResponse article, ApiAddress address) => new()
    {
        Id = Feed.IdOf(article),
        Address = address.Summary(article.Id),
        Title = article.Title,
        Text = Feed.TextOf(article),
        Published = Feed.PublishedOf(article),
        Modified = Feed.UpdatedOf(article),
        Authors = article.Source is { } source ? [new JsonFeedAuthor(source)] : null,
        Tags = article.Issues is [] ? null : [.. article.Issues.Select(issue => issue.Label ?? issue.Id)],
        Language = article.Language,
    };
}
