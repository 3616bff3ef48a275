namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs a function on a schedule.</summary>
/// <param name="schedule">Six NCRONTAB fields, seconds first, or <c>%SettingName%</c>.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class TimerTriggerAttribute(string schedule) : Attribute
{
    /// <summary>Gets the schedule.</summary>
    public string Schedule { get; } = schedule;

    /// <summary>Gets or sets a value indicating whether the function also runs when the host starts.</summary>
    public bool RunOnStartup { get; set; }

    /// <summary>Gets or sets a value indicating whether missed runs are remembered between starts.</summary>
    public bool UseMonitor { get; set; } = true;
}
