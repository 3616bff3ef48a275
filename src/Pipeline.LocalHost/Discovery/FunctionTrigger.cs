namespace Pipeline.LocalHost.Discovery;

/// <summary>What starts a function.</summary>
public abstract record FunctionTrigger;

/// <summary>Each new or changed blob of a container.</summary>
/// <param name="Path">The container and the pattern of the name, as <c>articles/{name}</c>, settings filled in.</param>
/// <param name="Connection">The name of the setting with the storage connection.</param>
/// <param name="FromEventGrid">Whether the platform learns of blobs from Event Grid, which there is none of here.</param>
public sealed record BlobTrigger(string Path, string Connection, bool FromEventGrid) : FunctionTrigger;

/// <summary>Each message of a queue.</summary>
/// <param name="QueueName">The queue.</param>
/// <param name="Connection">The name of the setting with the storage connection.</param>
public sealed record QueueTrigger(string QueueName, string Connection) : FunctionTrigger;

/// <summary>A schedule.</summary>
/// <param name="Schedule">An NCRONTAB expression or a period such as <c>00:00:30</c>.</param>
/// <param name="RunOnStartup">Whether it also runs when the host starts.</param>
public sealed record TimerTrigger(string Schedule, bool RunOnStartup) : FunctionTrigger;

/// <summary>An HTTP request.</summary>
/// <param name="Methods">The methods it answers to, in upper case; none stands for all.</param>
/// <param name="Route">The route below the prefix of <c>host.json</c>.</param>
/// <param name="NeedsKey">Whether a caller must show the function key, where one is set.</param>
public sealed record HttpTrigger(IReadOnlyList<string> Methods, string Route, bool NeedsKey) : FunctionTrigger;
