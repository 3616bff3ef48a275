using System.Text.Json.Nodes;
using Pipeline.Text.Parsing.Json;

namespace Pipeline.Text.Parsing.Html.Metadata.JsonLd;

/// <summary>What JSON-LD says of the page's article: the object that describes it, and the one that describes the page.</summary>
internal sealed class JsonLdArticle
{
    private readonly JsonLdGraph _graph;

    private JsonLdArticle(JsonLdGraph graph, JsonObject? article, JsonObject? page)
    {
        _graph = graph;
        (Article, Page) = (article, page);
    }

    /// <summary>Gets the object of the article, or null.</summary>
    public JsonObject? Article { get; }

    /// <summary>Gets the object of the page, or null.</summary>
    public JsonObject? Page { get; }

    /// <summary>Gets the headline, or null.</summary>
    public string? Headline => Text("headline") ?? JsonLdValues.Text(Article?["name"]);

    /// <summary>
    /// Finds the article: of several the one that says more, so that teasers of other articles lose; of equals the first.
    /// </summary>
    public static JsonLdArticle Find(JsonLdGraph graph)
    {
        var articles = graph.Nodes.Where(node => JsonLdValues.IsOfType(node, JsonLinkedData.ArticleTypes));
        var article = articles.MaxBy(Completeness);
        var page = graph.Nodes.Where(node => JsonLdValues.IsOfType(node, "WebPage", "ItemPage", "CreativeWork", "VideoObject", "Dataset", "FAQPage")).MaxBy(Completeness);
        return new JsonLdArticle(graph, article, page);
    }

    /// <summary>Returns the text of a property of the article, or null.</summary>
    public string? Text(string property) => JsonLdValues.Text(Article?[property]);

    /// <summary>Returns the objects and texts that a property names, references resolved.</summary>
    public IEnumerable<JsonNode> Values(JsonObject? node, string property)
    {
        var value = node?[property];
        IEnumerable<JsonNode?> values = value as JsonArray ?? Enumerable.Repeat(value, 1);
        return values.OfType<JsonNode>().Select(item => item is JsonObject reference ? _graph.Resolve(reference) : item);
    }

    private static int Completeness(JsonObject node)
    {
        var score = 0;
        foreach (var property in (ReadOnlySpan<string>)["headline", "datePublished", "author", "publisher", "mainEntityOfPage", "articleBody", "dateModified"])
        {
            score += node[property] is not null ? 1 : 0;
        }

        return score;
    }
}
