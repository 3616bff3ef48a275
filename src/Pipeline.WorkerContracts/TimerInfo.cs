namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a timer function is told of its schedule.</summary>
public class TimerInfo
{
    /// <summary>Gets or sets a value indicating whether this run is late.</summary>
    public bool IsPastDue { get; set; }
}
