namespace Pipeline.LocalHost.Triggers.Blobs;

/// <summary>What blob listeners take from <c>host.json</c> and the host's options.</summary>
/// <param name="PoisonBlobThreshold">How often a blob is tried.</param>
/// <param name="RetryDelay">The pause between two tries.</param>
/// <param name="Base64">Whether bodies are base64 in queues.</param>
/// <param name="ScanInterval">The shortest pause between two scans.</param>
/// <param name="BusyBacklog">The number of waiting blobs above which looking for more is not urgent.</param>
/// <param name="Writes">What tells of blobs of some storage as they are written; null where nobody does.</param>
internal sealed record BlobListenerSettings(
    int PoisonBlobThreshold, TimeSpan RetryDelay, bool Base64, TimeSpan ScanInterval, int BusyBacklog, BlobWrites? Writes);
