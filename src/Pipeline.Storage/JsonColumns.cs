using System.Text.Json;
using Azure.Data.Tables;
using Pipeline.Text;

namespace Pipeline.Storage;

/// <summary>Values that stand in a table's columns as JSON.</summary>
internal static class JsonColumns
{
    /// <summary>Writes a value.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, PipelineJson.Options);

    /// <summary>Reads a value; the default of its type where the row has no such column.</summary>
    public static T? ReadJson<T>(this TableEntity row, string column) =>
        row.GetString(column) is { } json ? JsonSerializer.Deserialize<T>(json, PipelineJson.Options) : default;
}
