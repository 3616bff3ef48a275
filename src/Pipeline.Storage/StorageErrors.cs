using System.Net;
using Azure;

namespace Pipeline.Storage;

/// <summary>What the errors of the storage services mean to the protocols.</summary>
internal static class StorageErrors
{
    /// <summary>Tells whether somebody else was first: the row exists already, is gone, or is not the one that was read.</summary>
    /// <param name="exception">The error.</param>
    public static bool IsConflict(this RequestFailedException exception) =>
        (exception.Status is (int)HttpStatusCode.Conflict or (int)HttpStatusCode.PreconditionFailed && !exception.IsTableGone())
        || (exception.IsNotFound() && exception.ErrorCode is "ResourceNotFound" or "EntityNotFound");

    /// <summary>Tells whether the whole table is gone, or going: on the platform that takes a while.</summary>
    /// <param name="exception">The error.</param>
    public static bool IsTableGone(this RequestFailedException exception) => exception.ErrorCode is "TableBeingDeleted" or "TableNotFound";

    /// <summary>Tells whether the thing is not there.</summary>
    /// <param name="exception">The error.</param>
    public static bool IsNotFound(this RequestFailedException exception) => exception.Status == (int)HttpStatusCode.NotFound;
}
