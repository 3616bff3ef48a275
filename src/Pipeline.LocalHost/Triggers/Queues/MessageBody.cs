using Azure.Storage.Queues.Models;

namespace Pipeline.LocalHost.Triggers.Queues;

/// <summary>Decodes the bodies of messages that were received as they are in the queue.</summary>
internal static class MessageBody
{
    /// <summary>Gives the message as a function sees it.</summary>
    /// <param name="raw">The message as it is in the queue.</param>
    /// <param name="base64">Whether bodies are base64 in the queue.</param>
    /// <returns>The message with its decoded body; null where the body is not base64 and should be.</returns>
    public static QueueMessage? TryDecode(QueueMessage raw, bool base64)
    {
        if (!base64)
        {
            return raw;
        }

        var text = raw.Body.ToString();
        var bytes = new byte[text.Length * 3 / 4 + 3];
        return Convert.TryFromBase64String(text, bytes, out var length)
            ? QueuesModelFactory.QueueMessage(
                raw.MessageId,
                raw.PopReceipt,
                BinaryData.FromBytes(bytes.AsMemory(0, length)),
                raw.DequeueCount,
                raw.NextVisibleOn,
                raw.InsertedOn,
                raw.ExpiresOn)
            : null;
    }
}
