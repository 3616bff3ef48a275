using System.Text.Json;

namespace Pipeline.LocalHost.Configuration;

/// <summary>Reads <c>local.settings.json</c> into configuration keys.</summary>
internal static class LocalSettings
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    public static IReadOnlyDictionary<string, string?> Load(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path), path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FunctionHostException($"{path} cannot be read: {exception.Message}", exception);
        }
    }

    public static IReadOnlyDictionary<string, string?> Parse(string json, string file = "local.settings.json")
    {
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            return Read(document.RootElement, file);
        }
        catch (JsonException exception)
        {
            throw new FunctionHostException($"{file} is not JSON: {exception.Message}", exception);
        }
    }

    /// <summary>Brings a key into the form of configuration: <c>a__b</c> and <c>a:b</c> both nest.</summary>
    public static string Normalize(string key) => key.Replace("__", ":", StringComparison.Ordinal);

    private static Dictionary<string, string?> Read(JsonElement root, string file)
    {
        if (root.ValueKind is not JsonValueKind.Object)
        {
            throw new FunctionHostException($"{file}: a JSON object is wanted.");
        }

        if (root.TryGetProperty("IsEncrypted", out var encrypted) && encrypted.ValueKind is JsonValueKind.True)
        {
            throw new FunctionHostException($"{file} is encrypted. Decrypt it first: func settings decrypt.");
        }

        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        Add(root, "Values", "", settings, file);
        Add(root, "ConnectionStrings", "ConnectionStrings:", settings, file);
        return settings;
    }

    private static void Add(
        JsonElement root, string section, string prefix, Dictionary<string, string?> settings, string file)
    {
        if (!root.TryGetProperty(section, out var values))
        {
            return;
        }

        if (values.ValueKind is not JsonValueKind.Object)
        {
            throw new FunctionHostException($"{file}: {section} must be an object.");
        }

        foreach (var property in values.EnumerateObject())
        {
            settings[prefix + Normalize(property.Name)] = property.Value.ValueKind switch
            {
                JsonValueKind.String => property.Value.GetString(),
                JsonValueKind.Null => null,
                JsonValueKind.Object or JsonValueKind.Array => throw new FunctionHostException(
                    $"{file}: {section}.{property.Name} must be a string; nest with \":\" or \"__\" in the key instead."),
                _ => property.Value.GetRawText(),
            };
        }
    }
}
