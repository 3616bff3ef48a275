using System.Text.Json;
using Azure.Storage.Blobs.Models;

namespace Pipeline.LocalHost.Azurite;

/// <summary>A line of the emulator's output that tells of a blob, as <c>blob-writes.cjs</c> writes it.</summary>
internal static class BlobWriteLine
{
    private const string Opening = "Blob written: ";

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line.</param>
    /// <returns>The blob; null where the line tells of something else, or was cut when the emulator ended.</returns>
    public static BlobWrite? Read(string line)
    {
        if (!line.StartsWith(Opening, StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<string[]>(line.AsSpan(Opening.Length)) is [var container, var name, var etag, var type]
                ? new BlobWrite(container, name, etag, KindOf(type))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static BlobType KindOf(string type) => type switch
    {
        "AppendBlob" => BlobType.Append,
        "PageBlob" => BlobType.Page,
        _ => BlobType.Block,
    };
}
