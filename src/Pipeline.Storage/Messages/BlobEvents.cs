using System.Text.Json;

namespace Pipeline.Storage.Messages;

/// <summary>
/// Reads what Event Grid tells of blobs, in its own schema and in that of CloudEvents, one event or a list of one:
/// https://learn.microsoft.com/azure/event-grid/event-schema-blob-storage.
/// </summary>
internal static class BlobEvents
{
    private const string TypePrefix = "Microsoft.Storage.";
    private const string BlobTypePrefix = TypePrefix + "Blob";
    private const string SubjectPrefix = $"/blobServices/default/containers/{ContainerNames.Articles}/blobs/";

    /// <summary>Reads an event.</summary>
    /// <param name="body">The message's body.</param>
    /// <param name="blobName">The name of the blob among the articles that it is about; null where it is about something else of the storage account, as another container's blob.</param>
    /// <returns>False where it is no event of a storage account.</returns>
    /// <exception cref="JsonException">The body is not JSON.</exception>
    public static bool TryRead(BinaryData body, out string? blobName)
    {
        using var document = JsonDocument.Parse(body);
        var root = document.RootElement;
        if (root.ValueKind == JsonValueKind.Array && root.GetArrayLength() == 1)
        {
            root = root[0];
        }

        blobName = null;
        if (root.ValueKind != JsonValueKind.Object
            || (Text(root, "eventType") ?? Text(root, "type")) is not { } type
            || !type.StartsWith(TypePrefix, StringComparison.Ordinal)
            || Text(root, "subject") is not { } subject)
        {
            return false;
        }

        if (type.StartsWith(BlobTypePrefix, StringComparison.Ordinal) && subject.StartsWith(SubjectPrefix, StringComparison.Ordinal) && subject.Length > SubjectPrefix.Length)
        {
            blobName = subject[SubjectPrefix.Length..];
        }

        return true;
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
