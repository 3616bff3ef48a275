using System.Text.Json;
using Pipeline.Text.Parsing.Html;

namespace Pipeline.Text.Parsing.Json;

/// <summary>Finds the body among the fields that may hold it: text, a list of paragraphs, or a list of blocks with text.</summary>
internal static class BodyText
{
    private const string CutEnd = " chars]";

    // A field of a few words beside others is a label, whatever it is called. Chosen.
    private const int MinLength = 20;

    /// <summary>Returns the first that is whole, else the first that is cut short, without the mark of the cut; null where there is none.</summary>
    /// <param name="values">The values, best first.</param>
    public static string? Find(IReadOnlyList<(int Rank, JsonElement Value)> values)
    {
        string? cut = null, small = null;
        foreach (var (_, value) in values)
        {
            if (Read(value) is not { } text)
            {
                continue;
            }

            if (WithoutCutMark(text) is { } start)
            {
                cut ??= start;
            }
            else if (text.Length < MinLength)
            {
                small ??= text;
            }
            else
            {
                return text;
            }
        }

        return cut ?? small;
    }

    /// <summary>Returns the text before the mark that NewsAPI.org puts where it cuts, <c>[+123 chars]</c>; null where there is no mark.</summary>
    public static string? WithoutCutMark(string text)
    {
        var end = text.AsSpan().TrimEnd();
        if (!end.EndsWith(CutEnd, StringComparison.Ordinal))
        {
            return null;
        }

        var open = end.LastIndexOf("[+");
        return open > 0 && !end[(open + 2)..^CutEnd.Length].ContainsAnyExceptInRange('0', '9') ? end[..open].TrimEnd().ToString() : null;
    }

    private static string? Read(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return JsonText.Of(value);
            case JsonValueKind.Object:
                return JsonText.Within(value);
            case JsonValueKind.Array:
                return ReadList(value);
            default:
                return null;
        }
    }

    /// <summary>Joins paragraphs; a list of articles is none.</summary>
    private static string? ReadList(JsonElement list)
    {
        var parts = new List<string>();
        foreach (var entry in list.EnumerateArray())
        {
            if (entry.ValueKind == JsonValueKind.Object && (entry.TryGetMember("title", out _) || entry.TryGetMember("headline", out _)))
            {
                return null;
            }

            if (JsonText.Within(entry) is { } part)
            {
                parts.Add(part);
            }
        }

        if (parts.Count == 0)
        {
            return null;
        }

        // Blocks of HTML and plain ones may stand side by side.
        return parts.Exists(HtmlLook.HasTag)
            ? string.Concat(parts.Select(part => HtmlLook.HasBlockTag(part) ? part : $"<p>{part}</p>"))
            : string.Join("\n\n", parts);
    }
}
