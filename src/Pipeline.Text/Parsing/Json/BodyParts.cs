using System.Text;
using System.Text.Json;
using Pipeline.Text.Parsing.Html;

namespace Pipeline.Text.Parsing.Json;

/// <summary>
/// Reads a body that comes in parts: a list of paragraphs, of typed blocks, of sections with a title each, or a tree of
/// rich text. Pictures and what else is no text are left out (<see cref="BodyPartKind"/>).
/// </summary>
internal sealed class BodyParts
{
    // Rich text nests by lists and quotes. Chosen.
    private const int MaxDepth = 16;
    private const int ElementsLookedAt = 20;

    // The members that hold what a part says, the most telling first: of those before "children" a string is whole.
    private static readonly string[] Texts =
        ["rendered", "html", "text", "content", "body", "value", "children", "content_elements", "contents", "paragraphs", "items", "blocks", "nodes", "data", "sections"];

    private static readonly string[] Titles = ["headline", "title", "heading"];

    private readonly List<(BlockKind Kind, string Text)> _parts = [];

    /// <summary>Returns the text of a list or an object, as HTML where parts of it are more than paragraphs; null where there is none.</summary>
    /// <param name="value">The value of the field.</param>
    /// <param name="titled">Whether the article has a title of its own: parts with titles are its sections then, else they are other articles.</param>
    public static string? Read(JsonElement value, bool titled)
    {
        if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().Take(ElementsLookedAt).Any(entry => IsArticle(entry, titled)))
        {
            return null;
        }

        var body = new BodyParts();
        body.Add(value, null, 0);
        return body._parts.Exists(part => part.Kind != BlockKind.Heading) ? body.Join() : null;
    }

    /// <summary>Tells an article of its own from a part of one.</summary>
    private static bool IsArticle(JsonElement entry, bool titled)
    {
        if (entry.ValueKind != JsonValueKind.Object || !BodyPartKind.TryRead(entry, out var kind))
        {
            return false;
        }

        var fields = ArticleFields.Read(entry);
        var isPublished = fields.Url is not null || fields.Published is not null;
        return entry.TryGetMember("title", out _) || entry.TryGetMember("headline", out _)
            ? !titled || isPublished || fields.Id is not null || fields.Authors().Names.Count > 0
            : kind is null && isPublished;
    }

    private void Add(JsonElement node, BlockKind? kind, int depth)
    {
        if (depth > MaxDepth)
        {
            return;
        }

        switch (node.ValueKind)
        {
            case JsonValueKind.String:
                Add(kind ?? BlockKind.Paragraph, JsonText.Of(node));
                break;
            case JsonValueKind.Array:
                foreach (var child in node.EnumerateArray())
                {
                    Add(child, kind, depth + 1);
                }

                break;
            case JsonValueKind.Object when BodyPartKind.TryRead(node, out var own):
                AddPart(node, own is null or BlockKind.Paragraph ? kind ?? own : own, depth);
                break;
            default:
                break;
        }
    }

    private void AddPart(JsonElement part, BlockKind? kind, int depth)
    {
        if (kind is null && Array.Find(Titles, name => part.TryGetMember(name, out _)) is { } title && part.TryGetMember(title, out var heading))
        {
            Add(BlockKind.Heading, JsonText.Within(heading));
        }

        var before = _parts.Count;
        foreach (var member in Texts)
        {
            if (part.TryGetMember(member, out var value))
            {
                if (member is "children" or "content" or "nodes" && value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(BodyPartKind.IsInline))
                {
                    Add(kind ?? BlockKind.Paragraph, Inline(value, depth));
                }
                else
                {
                    Add(value, kind, depth + 1);
                }

                if (_parts.Count > before)
                {
                    return;
                }
            }
        }
    }

    private void Add(BlockKind kind, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            _parts.Add((kind, text));
        }
    }

    /// <summary>Joins the runs of a paragraph without anything between them.</summary>
    private static string Inline(JsonElement node, int depth)
    {
        if (depth > MaxDepth)
        {
            return string.Empty;
        }

        if (node.ValueKind == JsonValueKind.Array)
        {
            return string.Concat(node.EnumerateArray().Select(run => Inline(run, depth + 1)));
        }

        if (node.ValueKind != JsonValueKind.Object)
        {
            return JsonText.Raw(node) ?? string.Empty;
        }

        return node.TryGetMember("text", out var text) || node.TryGetMember("value", out text) || node.TryGetMember("children", out text) || node.TryGetMember("content", out text)
            ? Inline(text, depth + 1)
            : string.Empty;
    }

    private string Join()
    {
        if (_parts.TrueForAll(part => part.Kind == BlockKind.Paragraph && !HtmlLook.HasTag(part.Text)))
        {
            return string.Join("\n\n", _parts.Select(part => part.Text));
        }

        var html = new StringBuilder();
        foreach (var (kind, text) in _parts)
        {
            var tag = kind switch { BlockKind.Heading => "h2", BlockKind.Quote => "blockquote", BlockKind.ListItem => "li", _ => "p" };
            foreach (var block in HtmlLook.HasBlockTag(text) ? [text] : text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
            {
                html.Append(kind == BlockKind.Paragraph && HtmlLook.HasBlockTag(text) ? block : $"<{tag}>{block}</{tag}>");
            }
        }

        return html.ToString();
    }
}
