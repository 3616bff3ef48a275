using System.Globalization;
using Azure;
using Azure.Identity;

namespace Pipeline.Storage;

/// <summary>Tells failures of the storage services from all others.</summary>
public static class StorageFailures
{
    /// <summary>
    /// Tells whether an exception says that storage is away, too slow, or does not let the caller in. A call that took too
    /// long looks like a cancelled one: ask only where the caller did not cancel.
    /// </summary>
    /// <param name="exception">The exception.</param>
    public static bool IsStorageFailure(this Exception exception) => exception switch
    {
        // The clients try again by themselves; this holds what happened each time.
        AggregateException { InnerExceptions: { Count: > 0 } tries } => tries.All(IsStorageFailure),
        RequestFailedException or AuthenticationFailedException or OperationCanceledException or TimeoutException => true,
        _ => false,
    };

    /// <summary>Describes an exception by its kind, and by the status and code that a storage service answered with; never by its message.</summary>
    /// <param name="exception">The exception.</param>
    public static string Describe(Exception exception) => exception is RequestFailedException { Status: > 0 } failed
        ? string.Create(CultureInfo.InvariantCulture, $"{nameof(RequestFailedException)}: status {failed.Status} {failed.ErrorCode}").TrimEnd()
        : exception.GetType().Name;
}
