using System.IO.Compression;
using System.Text.Json;

namespace Pipeline.Evaluation.Data;

/// <summary>Files of one JSON object a line, compressed with gzip or not.</summary>
internal static class JsonLines
{
    private const string GZipExtension = ".gz";

    /// <summary>Reads a file; lines of white space are passed over.</summary>
    /// <exception cref="EvaluationException">There is no such file, or a line is no JSON object.</exception>
    public static IEnumerable<JsonElement> Read(string path)
    {
        using var reader = new StreamReader(Open(path));
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return Parse(line, path, number);
            }
        }
    }

    /// <summary>Opens a file, decompressed where its name ends in <c>.gz</c>.</summary>
    /// <exception cref="EvaluationException">There is no such file.</exception>
    public static Stream Open(string path)
    {
        if (!File.Exists(path))
        {
            throw new EvaluationException($"There is no file {path}.");
        }

        var file = File.OpenRead(path);
        return path.EndsWith(GZipExtension, StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    /// <summary>Returns the string of the first of the fields that says anything; the strings of a list are joined by blanks.</summary>
    public static string? Text(this JsonElement row, params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
        {
            if (row.TryGetProperty(field, out var value) && Text(value) is { Length: > 0 } text)
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>Returns the strings of a list; none where there is no list.</summary>
    public static IReadOnlyList<string> Texts(this JsonElement row, string field) =>
        row.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(Text).OfType<string>()]
            : [];

    /// <summary>Returns the objects of a list; none where there is no list.</summary>
    public static IEnumerable<JsonElement> Rows(this JsonElement row, string field) =>
        row.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object)
            : [];

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.Array => string.Join(' ', value.EnumerateArray().Select(Text)),
        _ => null,
    };

    private static JsonElement Parse(string line, string path, int number)
    {
        try
        {
            var row = JsonElement.Parse(line);
            return row.ValueKind == JsonValueKind.Object ? row : throw new EvaluationException($"Line {number} of {path} is no JSON object.");
        }
        catch (JsonException ex)
        {
            throw new EvaluationException($"Line {number} of {path} is not JSON.", ex);
        }
    }
}
