using Pipeline.Text.Tagging;

namespace Pipeline.Text.Tests.Tagging.Issues;

/// <summary>Articles and small taxonomies for the tests of issues.</summary>
internal static class IssueArticles
{
    /// <summary>The built-in taxonomy's tagger; building it takes a while, and it is safe to share.</summary>
    public static IssueTagger BuiltIn { get; } = new(Taxonomy.LoadBuiltIn());

    public static Article Of(string text, string? title = null) => new() { Format = "plain-text", Title = title, Text = text };

    /// <summary>A tagger of one concept, "c", without labels that match.</summary>
    /// <param name="terms">The items of the JSON array of terms.</param>
    /// <param name="more">Further properties of the concept, as JSON.</param>
    public static IssueTagger Tagger(string terms, string more = "") => new(Parse(
        $$"""
        {
          "formatVersion": 1,
          "wordSets": { "china": ["China", "Chinese", "Beijing"], "us": ["U.S.", "United States", "American"] },
          "concepts": [{ "id": "c", "preferredLabel": "Qwxz", {{more}} "terms": [{{terms}}] }]
        }
        """));

    public static Taxonomy Parse(string json) => Taxonomy.Parse(System.Text.Encoding.UTF8.GetBytes(json));

    /// <summary>The evidence of a text, joined by "|"; empty where it is not tagged.</summary>
    public static string Evidence(this IssueTagger tagger, string text, string? title = null, string id = "c")
    {
        var tag = tagger.Tag(Of(text, title)).FirstOrDefault(tag => tag.Id == id);
        return tag is null ? "" : string.Join('|', tag.Evidence.Select(span => text[span.Start..span.End]));
    }
}
