namespace Pipeline.Processing.Delivery;

/// <summary>One delivery of a message or a blob to a processor.</summary>
/// <param name="PoisonQueue">Where the platform puts it when it fails too often.</param>
/// <param name="DequeueCount">How often it was delivered, this time included; 1 where the platform does not say.</param>
/// <param name="TraceParent">The W3C trace context of who sent the message; null where it carries none.</param>
public sealed record MessageDelivery(string PoisonQueue, long DequeueCount = 1, string? TraceParent = null)
{
    /// <summary>Gets a value indicating whether it was delivered before.</summary>
    public bool IsRedelivery => DequeueCount > 1;
}
