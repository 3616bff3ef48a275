using System.Text.Json.Nodes;

namespace Pipeline.Functions.Tests.Events;

/// <summary>
/// An event of a blob in the shapes that Event Grid delivers: its own schema and that of CloudEvents 1.0, with all the fields of
/// https://learn.microsoft.com/azure/event-grid/event-schema-blob-storage.
/// </summary>
/// <param name="Kind">What happened, as <c>BlobCreated</c>.</param>
/// <param name="Name">The blob's name.</param>
/// <param name="Api">The call that made it happen, as <c>PutBlockList</c>.</param>
internal sealed record BlobEvent(string Kind, string Name, string Api)
{
    private const string Topic = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-news/providers/Microsoft.Storage/storageAccounts/starticles";
    private const string Id = "9aeb0fdf-c01e-0131-0922-9eb54906e209";
    private const string Time = "2024-07-01T12:00:00.1234567Z";

    private string Subject => $"/blobServices/default/containers/articles/blobs/{Name}";

    private JsonObject Data => new()
    {
        ["api"] = Api,
        ["clientRequestId"] = "6d79dbfb-0e37-4fc4-981f-442c9ca65760",
        ["requestId"] = "831e1650-001e-001b-66ab-eeb76e000000",
        ["eTag"] = "\"0x8D4BCC2E4835CD0\"",
        ["contentType"] = "text/plain",
        ["contentLength"] = 524_288,
        ["blobType"] = "BlockBlob",
        ["url"] = "https://starticles.blob.core.windows.net/articles/" + Uri.EscapeDataString(Name).Replace("%2F", "/", StringComparison.Ordinal),
        ["sequencer"] = "00000000000004420000000000028963",
        ["storageDiagnostics"] = new JsonObject { ["batchId"] = "b68529f3-68cd-4744-baa4-3c0498ec19f0" },
    };

    public static BlobEvent Created(string name, string api = "PutBlob") => new("BlobCreated", name, api);

    public static BlobEvent Deleted(string name) => new("BlobDeleted", name, "DeleteBlob");

    /// <summary>Returns the event as a CloudEvent.</summary>
    public string ToCloudEvent() => new JsonObject
    {
        ["source"] = Topic,
        ["subject"] = Subject,
        ["type"] = $"Microsoft.Storage.{Kind}",
        ["time"] = Time,
        ["id"] = Id,
        ["data"] = Data,
        ["specversion"] = "1.0",
    }.ToJsonString();

    /// <summary>Returns the event in Event Grid's own schema.</summary>
    public string ToEventGridEvent() => new JsonObject
    {
        ["topic"] = Topic,
        ["subject"] = Subject,
        ["eventType"] = $"Microsoft.Storage.{Kind}",
        ["id"] = Id,
        ["data"] = Data,
        ["dataVersion"] = "",
        ["metadataVersion"] = "1",
        ["eventTime"] = Time,
    }.ToJsonString();
}
