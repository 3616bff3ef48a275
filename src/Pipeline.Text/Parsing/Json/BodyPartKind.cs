using System.Collections.Frozen;
using System.Text.Json;

namespace Pipeline.Text.Parsing.Json;

/// <summary>
/// Knows what a part of a body is by the type or style that it names: the parts of Arc XP, the TREC Washington Post
/// collection, Editor.js, and of trees of rich text (Portable Text, ProseMirror, Slate, Contentful).
/// </summary>
internal static class BodyPartKind
{
    private static readonly string[] Members = ["listItem", "style", "subtype", "type", "_type", "nodeType", "nodeName", "kind"];

    // In small letters and digits, without what stands before a slash ("core/paragraph").
    private static readonly FrozenDictionary<string, BlockKind?> Kinds = new Dictionary<string, BlockKind>
    {
        ["p paragraph text block normal sanitizedhtml"] = BlockKind.Paragraph,
        ["h1 h2 h3 h4 h5 h6 header heading heading1 heading2 heading3 heading4 heading5 heading6 subhead subheading subheadline subheader crosshead intertitle title headline"] = BlockKind.Heading,
        ["quote blockquote pullquote quotation"] = BlockKind.Quote,
        ["list ul ol bullet number unordered ordered bulletlist orderedlist unorderedlist bulletedlist numberedlist listitem li bulletedlistitem numberedlistitem"] = BlockKind.ListItem,
    }.SelectMany(pair => pair.Key.Split(' ').Select(name => (name, kind: (BlockKind?)pair.Value)))
        .Concat(("image img picture photo figure gallery slideshow media video audio podcast graphic chart map embed embeds oembed oembedresponse rawhtml customembed code tweet twitter instagram facebook tiktok youtube vimeo iframe "
            + "ad ads advert advertisement promo newsletter signup related relatedlinks relatedcontent interstitiallink linklist readmore kicker byline author authorinfo authorbio date timestamp deck dek caption credit divider delimiter separator hr break")
            .Split(' ').Select(name => (name, kind: (BlockKind?)null)))
        .ToFrozenDictionary(pair => pair.name, pair => pair.kind, StringComparer.Ordinal);

    private static readonly FrozenSet<string> InlineTypes =
        "span link hyperlink entryhyperlink a mention strong em emphasis bold italic b i underline code inlinecode mark".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Tells what a part is.</summary>
    /// <param name="part">The object.</param>
    /// <param name="kind">Its kind; null where it names none that is known.</param>
    /// <returns>False where the part is none of the article's text: a picture, an advertisement, the byline.</returns>
    public static bool TryRead(JsonElement part, out BlockKind? kind)
    {
        kind = null;
        foreach (var member in Members)
        {
            if (Name(part, member) is not { } name || !Kinds.TryGetValue(name, out var found))
            {
                continue;
            }

            if (found is null)
            {
                return false;
            }

            kind = kind is null or BlockKind.Paragraph ? found : kind;
        }

        return true;
    }

    /// <summary>Tells a run of text inside a paragraph from a paragraph.</summary>
    public static bool IsInline(JsonElement part)
    {
        if (part.ValueKind != JsonValueKind.Object)
        {
            return part.ValueKind == JsonValueKind.String;
        }

        var type = Name(part, "type") ?? Name(part, "_type") ?? Name(part, "nodeType");
        return type is null or "text"
            ? (part.TryGetMember("text", out var text) || part.TryGetMember("value", out text)) && text.ValueKind == JsonValueKind.String
            : InlineTypes.Contains(type);
    }

    private static string? Name(JsonElement part, string member)
    {
        if (!part.TryGetMember(member, out var value) || value.ValueKind != JsonValueKind.String || JsonText.Of(value) is not { Length: <= 40 } text)
        {
            return null;
        }

        return string.Concat(text[(text.LastIndexOf('/') + 1)..].Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
    }
}
