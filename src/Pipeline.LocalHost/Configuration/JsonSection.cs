using System.Globalization;
using System.Text.Json;

namespace Pipeline.LocalHost.Configuration;

/// <summary>
/// An object of <c>host.json</c>, which may be missing, read with errors that name the key. Keys match whatever their
/// case, as on the platform.
/// </summary>
internal readonly struct JsonSection
{
    private readonly JsonElement? _element;
    private readonly string _path;
    private readonly string _file;

    private JsonSection(JsonElement? element, string path, string file)
    {
        _element = element;
        _path = path;
        _file = file;
    }

    public static JsonSection Root(JsonElement element, string file) =>
        element.ValueKind is JsonValueKind.Object
            ? new JsonSection(element, "", file)
            : throw new FunctionHostException($"{file}: a JSON object is wanted.");

    public JsonSection Section(string key) =>
        Find(key) switch
        {
            null => new JsonSection(null, Path(key), _file),
            { ValueKind: JsonValueKind.Object } found => new JsonSection(found, Path(key), _file),
            { } found => throw Wrong(key, "an object", found),
        };

    public string Text(string key, string fallback) =>
        Find(key) switch
        {
            null => fallback,
            { ValueKind: JsonValueKind.String } found => found.GetString()!,
            { } found => throw Wrong(key, "a string", found),
        };

    public int Number(string key, int fallback, int least, int most = int.MaxValue)
    {
        if (Find(key) is not { } found)
        {
            return fallback;
        }

        var wanted = most == int.MaxValue
            ? string.Create(CultureInfo.InvariantCulture, $"a whole number from {least}")
            : string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}");
        return found.ValueKind is JsonValueKind.Number && found.TryGetInt32(out var value) && value >= least && value <= most
            ? value
            : throw Wrong(key, wanted, found);
    }

    public TimeSpan Duration(string key, TimeSpan fallback, TimeSpan least, TimeSpan most)
    {
        if (Find(key) is not { } found)
        {
            return fallback;
        }

        // Without a colon, TimeSpan.Parse reads days: "30" would be a month.
        return found.ValueKind is JsonValueKind.String
            && found.GetString() is { } text
            && text.Contains(':', StringComparison.Ordinal)
            && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var value)
            && value >= least
            && value <= most
                ? value
                : throw Wrong(key, $"a time such as \"00:00:30\", from {least:c} to {most:c}", found);
    }

    private JsonElement? Find(string key)
    {
        if (_element is { } element)
        {
            foreach (var property in element.EnumerateObject())
            {
                if (string.Equals(property.Name, key, StringComparison.OrdinalIgnoreCase))
                {
                    return property.Value.ValueKind is JsonValueKind.Null ? null : property.Value;
                }
            }
        }

        return null;
    }

    private string Path(string key) => _path.Length == 0 ? key : $"{_path}.{key}";

    private FunctionHostException Wrong(string key, string wanted, JsonElement found) =>
        new($"{_file}: {Path(key)} must be {wanted}, not {found.GetRawText()}.");
}
