using System.Globalization;
using System.Text.Json;
using Pipeline.Text;

namespace Pipeline.Cli.Inspect;

/// <summary>One article of a <c>.jsonl</c> file: <c>{"id","title","text","published"}</c>; any may be missing but the text.</summary>
internal sealed record JsonLine(string? Id, string? Title, string Text, PublicationDate? Published)
{
    /// <summary>Reads a line.</summary>
    /// <param name="line">The line.</param>
    /// <exception cref="FormatException">It is not such an article; the message says why.</exception>
    public static JsonLine Read(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                throw new FormatException("it is not a JSON object");
            }

            return new JsonLine(
                ReadId(root),
                ReadString(root, "title"),
                ReadString(root, "text") ?? throw new FormatException("it has no text"),
                ReadString(root, "published") is { } published ? ReadDate(published) : null);
        }
        catch (JsonException ex)
        {
            throw new FormatException("it is not JSON", ex);
        }
    }

    private static string? ReadId(JsonElement root) =>
        root.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.Number ? id.GetRawText() : ReadString(root, "id");

    private static string? ReadString(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.String ? ReadText(value, name) : throw new FormatException($"its {name} is not a string");
    }

    private static string ReadText(JsonElement value, string name)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException ex)
        {
            throw new FormatException($"its {name} holds half a surrogate pair", ex);
        }
    }

    private static PublicationDate ReadDate(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return new PublicationDate(day);
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? new PublicationDate(DateOnly.FromDateTime(moment.DateTime), TimeOnly.FromDateTime(moment.DateTime), moment.Offset)
            : throw new FormatException("its date of publication is not of the form 2024-05-02");
    }
}
