using System.Text.Json;

namespace Pipeline.Storage.Messages;

/// <summary>
/// Reads what Event Grid tells of blobs, in its own schema and in that of CloudEvents, one event or a list of one:
/// https://learn.microsoft.com/azure/event-grid/event-schema-blob-storage.
/// </summary>
internal static class BlobEvents
{
    private const string TypePrefix = "Microsoft.Storage.Blob";
    private const string SubjectPrefix = $"/blobServices/default/containers/{ContainerNames.Articles}/blobs/";

    /// <summary>Reads the name of the blob that an event is about.</summary>
    /// <param name="body">The message's body.</param>
    /// <returns>The name; null where it is no event of a blob among the articles.</returns>
    /// <exception cref="JsonException">The body is not JSON.</exception>
    public static string? ReadBlobName(BinaryData body)
    {
        using var document = JsonDocument.Parse(body);
        var root = document.RootElement;
        if (root.ValueKind == JsonValueKind.Array && root.GetArrayLength() == 1)
        {
            root = root[0];
        }

        return root.ValueKind == JsonValueKind.Object
            && (Text(root, "eventType") ?? Text(root, "type"))?.StartsWith(TypePrefix, StringComparison.Ordinal) == true
            && Text(root, "subject") is { } subject
            && subject.StartsWith(SubjectPrefix, StringComparison.Ordinal)
            && subject.Length > SubjectPrefix.Length
            ? subject[SubjectPrefix.Length..]
            : null;
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
