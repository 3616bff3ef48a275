using System.Text.Json;

namespace Pipeline.Text.Parsing.Json;

/// <summary>What a JSON Feed (version 1 or 1.1) says of all its items.</summary>
/// <param name="Source">The feed's title.</param>
/// <param name="Language">The ISO 639-1 code of its language.</param>
/// <param name="Authors">Who writes the items that name nobody.</param>
internal sealed record JsonFeedHeader(string? Source, string? Language, IReadOnlyList<string> Authors)
{
    /// <summary>Gets the header of what is no feed.</summary>
    public static JsonFeedHeader None { get; } = new(null, null, []);

    /// <summary>Reads the header of a document.</summary>
    public static JsonFeedHeader Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetMember("version", out var version)
            || JsonText.Of(version)?.StartsWith("https://jsonfeed.org/version/", StringComparison.Ordinal) != true)
        {
            return None;
        }

        var fields = ArticleFields.Read(root);
        return new JsonFeedHeader(fields.Title, fields.Language, fields.Authors().Names);
    }
}
