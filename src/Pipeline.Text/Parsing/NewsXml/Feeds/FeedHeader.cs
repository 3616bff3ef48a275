using System.Xml.Linq;
using Pipeline.Text.Parsing.Elements;
using Pipeline.Text.Parsing.Elements.Fields;

namespace Pipeline.Text.Parsing.NewsXml.Feeds;

/// <summary>What a feed says of all its items.</summary>
/// <param name="Source">The outlet that its title names.</param>
/// <param name="Language">The ISO 639-1 code of its language.</param>
/// <param name="Authors">Who writes the items that name nobody; only Atom says that.</param>
/// <param name="Accounts">The names of authors by what they log in as; only exports of WordPress say that.</param>
internal sealed record FeedHeader(string? Source, string? Language, IReadOnlyList<string> Authors, IReadOnlyDictionary<string, string> Accounts)
{
    /// <summary>Gets the header of a feed whose head cannot be read.</summary>
    public static FeedHeader None { get; } = new(null, null, [], WordPressExport.Authors(null));

    /// <summary>Reads the head of a feed.</summary>
    public static FeedHeader Read(XElement root)
    {
        if (root.Name.LocalName == "feed")
        {
            return None with { Source = FeedTitle.Outlet(OneLine.OfMarkup(root.Own("title")?.Value)), Language = LanguageTag.Parse(root.Get("lang")), Authors = AtomEntry.Authors(root).Names };
        }

        var channel = root.Child("channel");
        return new FeedHeader(
            FeedTitle.Outlet(OneLine.OfMarkup(channel?.Own("title")?.Value)),
            LanguageTag.Parse(channel?.Own("language")?.Value ?? channel?.DublinCore("language").FirstOrDefault()),
            [],
            WordPressExport.Authors(channel));
    }
}
