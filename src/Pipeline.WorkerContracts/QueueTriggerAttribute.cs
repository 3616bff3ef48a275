namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs a function on each message of a queue.</summary>
/// <param name="queueName">The queue's name.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class QueueTriggerAttribute(string queueName) : Attribute
{
    /// <summary>Gets the queue's name.</summary>
    public string QueueName { get; } = queueName;

    /// <summary>Gets or sets the name of the setting that holds the storage connection.</summary>
    public string? Connection { get; set; }
}
