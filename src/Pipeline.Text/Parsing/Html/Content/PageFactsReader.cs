using System.Text.Json;
using AngleSharp.Html.Dom;

namespace Pipeline.Text.Parsing.Html.Content;

/// <summary>Reads what the head and the structured data of a page say of its article, as far as it helps to find the body.</summary>
internal static class PageFactsReader
{
    // Structured data are shallow; what is deeper is no article.
    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <summary>Reads a page.</summary>
    public static PageFacts Read(IHtmlDocument document, CancellationToken cancellationToken)
    {
        var titles = new List<string>();
        var (description, body) = (string.Empty, string.Empty);
        AddTitle(titles, document.Title);
        foreach (var element in document.All)
        {
            switch (element.LocalName)
            {
                case "meta" when element.GetAttribute("content") is { Length: > 0 } content:
                    var name = element.GetAttribute("property") ?? element.GetAttribute("name") ?? string.Empty;
                    if (name is "og:title" or "twitter:title")
                    {
                        AddTitle(titles, content);
                    }
                    else if (name is "og:description" or "description" && content.Length > description.Length)
                    {
                        description = content;
                    }

                    break;
                case "script" when element.GetAttribute("type")?.Contains("ld+json", StringComparison.OrdinalIgnoreCase) == true:
                    cancellationToken.ThrowIfCancellationRequested();
                    var found = FindBody(element.TextContent);
                    body = found.Length > body.Length ? found : body;
                    break;
                default:
                    break;
            }
        }

        return new PageFacts(titles, description, body);
    }

    private static void AddTitle(List<string> titles, string? title)
    {
        if (!string.IsNullOrWhiteSpace(title) && !titles.Contains(title))
        {
            titles.Add(title);
        }
    }

    /// <summary>Returns the longest <c>articleBody</c> of schema.org in a script, or nothing.</summary>
    private static string FindBody(string json)
    {
        if (!json.Contains("\"articleBody\"", StringComparison.Ordinal))
        {
            return string.Empty;
        }

        try
        {
            using var document = JsonDocument.Parse(json, Options);
            var open = new Stack<JsonElement>([document.RootElement]);
            var longest = string.Empty;
            while (open.TryPop(out var element))
            {
                if (element.ValueKind == JsonValueKind.Array)
                {
                    foreach (var item in element.EnumerateArray())
                    {
                        open.Push(item);
                    }
                }
                else if (element.ValueKind == JsonValueKind.Object)
                {
                    foreach (var property in element.EnumerateObject())
                    {
                        if (property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
                        {
                            open.Push(property.Value);
                        }
                        else if (property.NameEquals("articleBody") && property.Value.ValueKind == JsonValueKind.String && property.Value.GetString() is { } text && text.Length > longest.Length)
                        {
                            longest = text;
                        }
                    }
                }
            }

            return longest;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Broken data, or text that is no Unicode: the page goes without.
            return string.Empty;
        }
    }
}
