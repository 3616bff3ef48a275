using Azure;

namespace Pipeline.LocalHost.Triggers;

/// <summary>Tells apart what the storage service answers.</summary>
internal static class StorageErrors
{
    /// <summary>Whether the thing asked for is not there.</summary>
    public static bool IsNotFound(this RequestFailedException exception) => exception.Status is 404;

    /// <summary>
    /// Whether a message's pop receipt no longer holds: the message was deleted, or taken again after its time was over.
    /// </summary>
    public static bool IsMessageLost(this RequestFailedException exception) =>
        exception.Status is 404 || exception.ErrorCode is "PopReceiptMismatch";
}
