using System.Text.Json;

namespace Pipeline.Text.Parsing.Json;

/// <summary>Finds the body among the fields that may hold it, each as text or in parts.</summary>
internal static class BodyText
{
    private const string CutEnd = " chars]";

    // A field of a few words beside others is a label, whatever it is called. Chosen.
    private const int MinLength = 20;

    /// <summary>Returns the first that is whole, else the first that is cut short, without the mark of the cut, else a whole page; null where there is none.</summary>
    /// <param name="values">The values, best first.</param>
    /// <param name="titled">Whether the article has a title of its own.</param>
    public static string? Find(IReadOnlyList<(int Rank, JsonElement Value)> values, bool titled)
    {
        string? cut = null, page = null, small = null;
        foreach (var (_, value) in values)
        {
            if (Read(value, titled) is not { } text)
            {
                continue;
            }

            if (WithoutCutMark(text) is { } start)
            {
                cut ??= start;
            }
            else if (IsPage(text))
            {
                page ??= text;
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

        return cut ?? page ?? small;
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

    private static string? Read(JsonElement value, bool titled) => value.ValueKind switch
    {
        JsonValueKind.String => JsonText.Of(value),
        JsonValueKind.Object => BodyParts.Read(value, titled) ?? JsonText.Within(value),
        JsonValueKind.Array => BodyParts.Read(value, titled),
        _ => null,
    };

    private static bool IsPage(string text) =>
        text.AsSpan().TrimStart() is var start && (start.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase));
}
