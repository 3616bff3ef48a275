using Microsoft.AspNetCore.Http;
using Pipeline.Processing.Queries;

namespace Pipeline.Functions.Http.Problems;

/// <summary>All kinds of errors that the API answers with.</summary>
public static class ProblemTypes
{
    /// <summary>Gets the type of parameters that are unknown, repeated, too long or of the wrong form.</summary>
    public static ProblemType InvalidParameter { get; } = new(
        "invalid-parameter", StatusCodes.Status400BadRequest, "A parameter is not valid", "A parameter is unknown to the route, given twice, too long, has control characters, or is not of its form or in its range; `detail` says which and what is expected.");

    /// <summary>Gets the type of cursors that are not of the listing.</summary>
    public static ProblemType InvalidCursor { get; } = new(
        "invalid-cursor", StatusCodes.Status400BadRequest, "The cursor is not valid", "The cursor is not one that this listing gave with these parameters: begin without one.");

    /// <summary>Gets the type of ids that nothing is known under.</summary>
    public static ProblemType NotFound { get; } = new(
        "not-found", StatusCodes.Status404NotFound, "Not found", "No article or issue has that id.");

    /// <summary>Gets the type of paths that are no route.</summary>
    public static ProblemType UnknownRoute { get; } = new(
        "unknown-route", StatusCodes.Status404NotFound, "There is no such route", "The path is none of the API's.");

    /// <summary>Gets the type of methods that a route does not answer.</summary>
    public static ProblemType MethodNotAllowed { get; } = new(
        "method-not-allowed", StatusCodes.Status405MethodNotAllowed, "The route does not take that method", "The header `Allow` names the methods that the route takes.");

    /// <summary>Gets the type of requests that accept nothing that the route has.</summary>
    public static ProblemType NotAcceptable { get; } = new(
        "not-acceptable", StatusCodes.Status406NotAcceptable, "There is no such representation", "`Accept` or `Accept-Encoding` excludes all that the route has; `detail` names what it has.");

    /// <summary>Gets the type of orders that have to wait.</summary>
    public static ProblemType Conflict { get; } = new(
        "conflict", StatusCodes.Status409Conflict, "Something else is under way", "What was asked for has to wait until what is under way has ended, or was called off.");

    /// <summary>Gets the type of articles that are gone.</summary>
    public static ProblemType Deleted { get; } = new(
        "deleted", StatusCodes.Status410Gone, "The article is gone", "The article's file was removed, or holds it no longer.");

    /// <summary>Gets the type of bodies that are too large.</summary>
    public static ProblemType BodyTooLarge { get; } = new(
        "body-too-large", StatusCodes.Status413PayloadTooLarge, "The body is too large", "The request's body is longer than the API takes.");

    /// <summary>Gets the type of articles that cannot be read.</summary>
    public static ProblemType Rejected { get; } = new(
        "rejected", StatusCodes.Status422UnprocessableEntity, "The file was rejected", "No article can be read from the file; `reason` says why, for programs.");

    /// <summary>Gets the type of errors of the app itself.</summary>
    public static ProblemType Unexpected { get; } = new(
        "unexpected", StatusCodes.Status500InternalServerError, "Unexpected error", "Something is wrong with the app; its log says what.");

    /// <summary>Gets the type of articles whose processing failed.</summary>
    public static ProblemType Failed { get; } = new(
        "failed", StatusCodes.Status503ServiceUnavailable, "The article's processing failed", "The article was tried too often; `reason` says at what, and `/api/status` shows the message.");

    /// <summary>Gets the type of failures of storage.</summary>
    public static ProblemType StorageUnavailable { get; } = new(
        "storage-unavailable", StatusCodes.Status503ServiceUnavailable, "Storage is not available", "Storage does not answer, or does not let the app in: ask again after `Retry-After`.")
    {
        // Storage that was away for all tries of its client is seldom back at once.
        RetryAfterSeconds = 10,
    };

    /// <summary>Gets the type of live updates that are asked for while too many clients have them.</summary>
    public static ProblemType TooManyStreams { get; } = new(
        "too-many-streams", StatusCodes.Status503ServiceUnavailable, "Too many live updates", "As many clients get live updates as the setting `Http:MaxStreams` allows: ask again after `Retry-After`.")
    {
        RetryAfterSeconds = 10,
    };

    /// <summary>Gets all of them, in the order of their status codes.</summary>
    public static IReadOnlyList<ProblemType> All { get; } =
    [
        InvalidParameter, InvalidCursor, NotFound, UnknownRoute, MethodNotAllowed, NotAcceptable, Conflict, Deleted, BodyTooLarge, Rejected, Unexpected,
        Failed, StorageUnavailable, TooManyStreams,
    ];

    /// <summary>Returns the type of a query's problem.</summary>
    /// <param name="kind">The kind; not <see cref="QueryProblemKind.Pending"/>, which is no error.</param>
    public static ProblemType Of(QueryProblemKind kind) => kind switch
    {
        QueryProblemKind.InvalidParameter => InvalidParameter,
        QueryProblemKind.InvalidCursor => InvalidCursor,
        QueryProblemKind.NotFound => NotFound,
        QueryProblemKind.Conflict => Conflict,
        QueryProblemKind.Deleted => Deleted,
        QueryProblemKind.Rejected => Rejected,
        QueryProblemKind.Failed => Failed,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not an error."),
    };
}
