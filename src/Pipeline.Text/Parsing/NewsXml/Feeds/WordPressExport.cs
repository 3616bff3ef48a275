using System.Collections.Frozen;
using System.Xml.Linq;

namespace Pipeline.Text.Parsing.NewsXml.Feeds;

/// <summary>Reads what the export of WordPress (WXR) adds to RSS: which items are published posts, and how their authors are called.</summary>
internal static class WordPressExport
{
    private const string Address = "http://wordpress.org/export/";

    // The kinds of WordPress itself that are no posts. Other kinds are a site's own: its reports, reviews, columns.
    private static readonly FrozenSet<string> OtherTypes =
        "attachment page revision nav_menu_item custom_css customize_changeset oembed_cache user_request wp_block wp_template wp_template_part wp_global_styles wp_navigation wp_font_family wp_font_face".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Tells whether an item is of such an export.</summary>
    public static bool IsItem(XElement item) => Value(item, "post_type") is not null;

    /// <summary>Tells whether an item is a published post, or of no such export.</summary>
    public static bool IsPublished(XElement item) =>
        Value(item, "post_type") is not { } type || (!OtherTypes.Contains(type) && Value(item, "status") is null or "publish");

    /// <summary>Returns the names of the authors by what they log in as.</summary>
    /// <param name="channel">The channel, or null.</param>
    public static IReadOnlyDictionary<string, string> Authors(XElement? channel)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var author in channel.Children("author").Where(IsOwn))
        {
            if (Value(author, "author_login") is { } login && Value(author, "author_display_name") is { } name)
            {
                names.TryAdd(login, name);
            }
        }

        return names;
    }

    private static string? Value(XElement element, string name) => element.Children(name).FirstOrDefault(IsOwn).Line();

    private static bool IsOwn(XElement element) => element.Name.NamespaceName.StartsWith(Address, StringComparison.Ordinal);
}
