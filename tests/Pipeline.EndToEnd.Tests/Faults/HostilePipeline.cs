namespace Pipeline.EndToEnd.Tests.Faults;

/// <summary>A pipeline of its own, for what would disturb other tests.</summary>
public sealed class HostilePipeline : RunningPipeline;
