namespace Pipeline.Processing.Queries.Responses;

/// <summary>How well the pipeline is.</summary>
/// <param name="Status">Whether all is well.</param>
/// <param name="Checks">What was looked at.</param>
public sealed record HealthResponse(HealthStatus Status, IReadOnlyList<HealthCheckResponse> Checks);

/// <summary>Something that was looked at.</summary>
/// <param name="Name">What.</param>
/// <param name="Problem">What is wrong with it; null where nothing is.</param>
public sealed record HealthCheckResponse(string Name, string? Problem);

/// <summary>How well the pipeline is.</summary>
public enum HealthStatus
{
    /// <summary>All is well.</summary>
    Healthy,

    /// <summary>It works, and something needs looking at.</summary>
    Degraded,
}
