namespace Pipeline.Processing.Delivery;

/// <summary>One delivery of a message or a blob to a processor.</summary>
/// <param name="PoisonQueue">Where the platform puts it when it fails too often.</param>
/// <param name="DequeueCount">How often it was delivered, this time included; 1 where the platform does not say.</param>
public sealed record MessageDelivery(string PoisonQueue, long DequeueCount = 1)
{
    /// <summary>Gets a value indicating whether it was delivered before.</summary>
    public bool IsRedelivery => DequeueCount > 1;
}
