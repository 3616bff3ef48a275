using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Pipeline.Text.Parsing.Json;

/// <summary>Reads the text of JSON values, also of strings with half a surrogate pair, which cut emoji leave and the library refuses.</summary>
internal static class JsonText
{
    // How deep the text of a field may stand in objects: {"title": {"rendered": {"value": …}}}.
    private const int MaxDepth = 4;

    // The members that hold an object's text, the most telling first: WordPress, the New York Times, Arc XP, JSON-LD, XML made JSON, MongoDB.
    private static readonly string[] TextMembers = ["rendered", "main", "basic", "original", "value", "@value", "#text", "$t", "_", "$date", "$oid", "$numberLong", "html", "text", "content", "name", "title", "label", "prefLabel", "eng", "en"];

    /// <summary>Returns a string, or a number as it is written; null for everything else and for white space.</summary>
    public static string? Of(JsonElement element)
    {
        var text = Raw(element);
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    /// <summary>Returns a string, be it white space, or a number as it is written; null for everything else.</summary>
    public static string? Raw(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => Unescape(element),
        JsonValueKind.Number => element.GetRawText(),
        _ => null,
    };

    /// <summary>Returns the text of a value, or the one inside an object or at the head of a list.</summary>
    public static string? Within(JsonElement element) => Within(element, 0);

    private static string? Within(JsonElement element, int depth)
    {
        if (depth > MaxDepth)
        {
            return null;
        }

        if (element.ValueKind == JsonValueKind.Array)
        {
            return element.GetArrayLength() > 0 ? Within(element[0], depth + 1) : null;
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            return Of(element);
        }

        foreach (var member in TextMembers)
        {
            if (element.TryGetMember(member, out var value) && Within(value, depth + 1) is { } text)
            {
                return text;
            }
        }

        return null;
    }

    private static string? Unescape(JsonElement element)
    {
        var raw = JsonMarshal.GetRawUtf8Value(element);
        return raw.IndexOf("\\ud"u8) < 0 && raw.IndexOf("\\uD"u8) < 0 ? element.GetString() : Unescape(Encoding.UTF8.GetString(raw[1..^1]));
    }

    private static string Unescape(string raw)
    {
        var result = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\')
            {
                result.Append(raw[i]);
                continue;
            }

            i++;
            result.Append(raw[i] switch
            {
                'b' => '\b',
                'f' => '\f',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'u' => (char)ushort.Parse(raw.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
                var c => c,
            });
            i += raw[i] == 'u' ? 4 : 0;
        }

        return result.ToString();
    }
}
