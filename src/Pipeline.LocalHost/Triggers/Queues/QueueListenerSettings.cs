using Pipeline.LocalHost.Configuration;

namespace Pipeline.LocalHost.Triggers.Queues;

/// <summary>What queue listeners take from <c>host.json</c> and the host's options.</summary>
/// <param name="Queues"><c>extensions.queues</c>.</param>
/// <param name="InFlightVisibility">
/// How long a message stays hidden after the host that took it is gone; it is renewed at half of it while the function
/// runs.
/// </param>
internal sealed record QueueListenerSettings(QueueTriggerSettings Queues, TimeSpan InFlightVisibility);
