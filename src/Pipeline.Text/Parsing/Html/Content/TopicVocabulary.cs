using System.Buffers;

namespace Pipeline.Text.Parsing.Html.Content;

/// <summary>The words in classes, ids and roles that say what an element is for. Chosen by what designers commonly write.</summary>
internal static class TopicVocabulary
{
    /// <summary>Topics by parts of names: the name is lower case, without separators.</summary>
    private static readonly (ElementTopic Topic, string[] Parts)[] Parts =
    [
        (ElementTopic.Navigation, Any("navbar", "navigation", "menu", "breadcrumb", "pagination", "pager", "topbar", "toolbar", "skiplink", "skipto", "sitenav", "subnav", "prevnext", "postnav")),
        (ElementTopic.Footer, Any("footer", "copyright", "colophon", "legal", "disclaimer", "disclosure")),
        (ElementTopic.Header, Any("header", "masthead", "banner", "hero")),
        (ElementTopic.Sidebar, Any("sidebar", "sidecol", "rightrail", "rightcol", "widget", "secondary", "complementary", "rail")),
        (ElementTopic.Related, Any("related", "recommend", "recirc", "readmore", "morefrom", "morestories", "morenews", "morein", "moreon", "trending", "popular", "latest", "mostread", "mostviewed", "similar", "outbrain", "taboola", "youmay", "alsolike", "upnext", "nextarticle", "furtherreading", "seealso", "inlinelink", "suggest")),
        (ElementTopic.Teaser, Any("teaser", "carousel", "slider", "promo", "card", "listing", "grid", "feed", "tile", "cta", "calltoaction", "callout")),
        (ElementTopic.Share, Any("share", "sharing", "social", "follow", "facebook", "twitter", "whatsapp", "addthis", "reactions", "likebutton")),
        (ElementTopic.Comment, Any("comment", "disqus", "respond", "reply", "discussion", "conversation", "livefyre")),
        (ElementTopic.Caption, Any("caption", "credit", "gallery", "slideshow", "lightbox", "thumbnail", "photo", "image", "picture")),
        (ElementTopic.Author, Any("author", "byline", "contributor", "writer", "bio", "reporter", "aboutthe")),
        (ElementTopic.Meta, Any("meta", "date", "timestamp", "published", "updated", "category", "tags", "taglist", "topics", "kicker", "eyebrow", "readtime", "readingtime", "keywords", "label", "badge", "views")),
        (ElementTopic.Newsletter, Any("newsletter", "subscribe", "signup", "optin", "mailchimp", "emailform", "mailinglist")),
        (ElementTopic.Overlay, Any("modal", "popup", "overlay", "cookie", "consent", "gdpr", "onetrust", "dialog", "toast", "tooltip", "dropdown", "notification", "alert", "login", "signin")),
        (ElementTopic.Advertisement, Any("advert", "sponsor", "adslot", "adunit", "dfp", "adcontainer", "adwrapper", "commercial", "affiliate", "donat", "promotion")),
        (ElementTopic.StrongBody, Any("articlebody", "entrycontent", "postcontent", "storybody", "contentbody", "articletext", "postbody", "bodycopy", "articlecontent", "storycontent", "richtext", "prose", "wysiwyg", "bodytext", "maintext", "postentry", "singlecontent", "blogcontent", "storytext", "fulltext", "contenttext", "bodycontent", "pagecontent", "textblock", "articlecopy", "contentarticle", "postarticle", "blogbody", "newsbody", "newscontent", "newstext")),
        (ElementTopic.WeakBody, Any("article", "content", "story", "post", "entry", "blog", "paragraph", "main", "single")),
        (ElementTopic.Summary, Any("summary", "excerpt", "description", "standfirst", "dek", "subtitle", "subhead", "lede", "intro", "deck", "abstract", "keypoints", "highlights", "takeaway", "tldr")),
        (ElementTopic.Title, Any("title", "headline", "heading")),
        (ElementTopic.TableOfContents, Any("toc", "tableofcontent", "jumplink", "anchorlist", "pageindex", "outline")),
        (ElementTopic.Faq, Any("faq", "accordion", "question", "answer", "collaps")),
        (ElementTopic.Product, Any("product", "price", "buy", "cart", "shop", "rating", "review", "recipe", "ingredient", "woocommerce")),
        (ElementTopic.Unseen, Any("hidden", "sronly", "screenreader", "visuallyhidden", "noprint", "dnone", "offscreen", "a11y")),
        (ElementTopic.Paywall, Any("paywall", "piano", "premium", "subscriber", "regwall", "meter", "locked")),
        (ElementTopic.Video, Any("video", "player", "audio", "podcast", "embed", "tweet", "instagram", "playlist", "transcript", "map")),
    ];

    private static readonly (ElementTopic Topic, SearchValues<string> Parts)[] Searches = [.. Parts.Select(topic => (topic.Topic, Search(topic.Parts)))];

    // Many names have none: one search tells that.
    private static readonly SearchValues<string> AllParts = Search([.. Parts.SelectMany(topic => topic.Parts)]);

    private static readonly (ElementTopic Topic, string[] Tokens)[] Tokens =
    [
        (ElementTopic.Navigation, ["nav", "prev", "next", "back", "crumbs"]),
        (ElementTopic.Footer, ["foot", "bottom"]),
        (ElementTopic.Header, ["head", "top"]),
        (ElementTopic.Sidebar, ["aside", "right", "left"]),
        (ElementTopic.Related, ["more", "also", "recent", "read"]),
        (ElementTopic.Caption, ["img", "figure", "media"]),
        (ElementTopic.Meta, ["tag", "time", "info", "topic"]),
        (ElementTopic.Advertisement, ["ad", "ads"]),
        (ElementTopic.StrongBody, ["body"]),
        (ElementTopic.WeakBody, ["text", "copy", "page"]),
        (ElementTopic.Author, ["by", "name"]),
    ];

    /// <summary>Returns the topics that a name hints at, as bits by the number of the topic.</summary>
    /// <param name="name">Classes or an id, as they stand in the attribute.</param>
    public static ulong Of(string name)
    {
        Span<char> folded = name.Length <= 256 ? stackalloc char[name.Length] : new char[name.Length];
        var length = 0;
        foreach (var c in name)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                folded[length++] = char.ToLowerInvariant(c);
            }
            else if (c is ' ')
            {
                folded[length++] = ' ';
            }
        }

        var topics = 0UL;
        ReadOnlySpan<char> text = folded[..length];
        if (text.ContainsAny(AllParts))
        {
            foreach (var (topic, parts) in Searches)
            {
                topics |= text.ContainsAny(parts) ? Bit(topic) : 0;
            }
        }

        foreach (var token in new NameTokens(name))
        {
            topics |= OfToken(token);
        }

        return topics;
    }

    /// <summary>Returns the bit of a topic.</summary>
    public static ulong Bit(ElementTopic topic) => 1UL << (int)topic;

    private static string[] Any(params string[] parts) => parts;

    private static SearchValues<string> Search(string[] parts) => SearchValues.Create(parts, StringComparison.Ordinal);

    private static ulong OfToken(ReadOnlySpan<char> token)
    {
        foreach (var (topic, words) in Tokens)
        {
            foreach (var word in words)
            {
                if (token.Equals(word, StringComparison.OrdinalIgnoreCase))
                {
                    return Bit(topic);
                }
            }
        }

        return 0;
    }
}
