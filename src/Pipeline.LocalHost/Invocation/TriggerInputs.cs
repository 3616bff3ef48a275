using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Http;

namespace Pipeline.LocalHost.Invocation;

/// <summary>A blob to run a function on.</summary>
/// <param name="Blob">The blob.</param>
/// <param name="PathValues">What the path's placeholders stand for, by name.</param>
internal sealed record BlobInput(BlobClient Blob, IReadOnlyDictionary<string, string> PathValues);

/// <summary>A due time of a schedule.</summary>
/// <param name="Last">When the function last ran; null at first.</param>
/// <param name="Next">When it is due after this.</param>
/// <param name="IsPastDue">Whether this run is late.</param>
internal sealed record TimerInput(DateTimeOffset? Last, DateTimeOffset Next, bool IsPastDue);

/// <summary>A request.</summary>
/// <param name="Context">ASP.NET Core's own.</param>
internal sealed record HttpInput(HttpContext Context);
