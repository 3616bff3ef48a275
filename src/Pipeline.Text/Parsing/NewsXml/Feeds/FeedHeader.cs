using System.Xml.Linq;
using Pipeline.Text.Parsing.Elements;
using Pipeline.Text.Parsing.Elements.Fields;

namespace Pipeline.Text.Parsing.NewsXml.Feeds;

/// <summary>What a feed says of all its items.</summary>
/// <param name="Source">Its title.</param>
/// <param name="Language">The ISO 639-1 code of its language.</param>
/// <param name="Authors">Who writes the items that name nobody; only Atom says that.</param>
internal sealed record FeedHeader(string? Source, string? Language, IReadOnlyList<string> Authors)
{
    /// <summary>Gets the header of a feed whose head cannot be read.</summary>
    public static FeedHeader None { get; } = new(null, null, []);

    /// <summary>Reads the head of a feed.</summary>
    public static FeedHeader Read(XElement root)
    {
        if (root.Name.LocalName == "feed")
        {
            return new FeedHeader(OneLine.OfMarkup(root.Own("title")?.Value), LanguageTag.Parse(root.Get("lang")), AtomEntry.Authors(root).Names);
        }

        var channel = root.Child("channel");
        return new FeedHeader(
            OneLine.OfMarkup(channel?.Own("title")?.Value),
            LanguageTag.Parse(channel?.Own("language")?.Value ?? channel?.DublinCore("language").FirstOrDefault()),
            []);
    }
}
