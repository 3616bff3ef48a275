using System.Globalization;
using Microsoft.AspNetCore.Http;
using Pipeline.Processing.Queries;
using Pipeline.Text;

namespace Pipeline.Functions.Http;

/// <summary>Writes the answers to queries as HTTP has them: JSON, and problem details (RFC 9457) with stable types.</summary>
internal static class HttpAnswers
{
    private const string ProblemTypePrefix = "urn:news-issue-pipeline:problem:";

    // An article is mostly tagged within a second of its parsing.
    private const int PendingSeconds = 1;

    // Storage that was away for all tries of its client is seldom back at once.
    private const int UnavailableSeconds = 10;

    /// <summary>Answers with a value.</summary>
    public static IResult Json<T>(T value) => Results.Json(value, PipelineJson.Options);

    /// <summary>Answers with a result's value, or with its problem.</summary>
    public static IResult ToHttp<T>(this QueryResult<T> result)
        where T : class =>
        result.Problem is { } problem ? ToHttp(problem) : Json(result.Value!);

    /// <summary>Answers with a problem.</summary>
    public static IResult ToHttp(this QueryProblem problem) => problem.Kind switch
    {
        QueryProblemKind.InvalidParameter => Problem(problem, StatusCodes.Status400BadRequest, "invalid-parameter", "A parameter is not valid"),
        QueryProblemKind.InvalidCursor => Problem(problem, StatusCodes.Status400BadRequest, "invalid-cursor", "The cursor is not valid"),
        QueryProblemKind.NotFound => Problem(problem, StatusCodes.Status404NotFound, "not-found", "Not found"),
        QueryProblemKind.Deleted => Problem(problem, StatusCodes.Status410Gone, "deleted", "The article is gone"),
        QueryProblemKind.Rejected => Problem(problem, StatusCodes.Status422UnprocessableEntity, "rejected", "The file was rejected"),
        QueryProblemKind.Failed => Problem(problem, StatusCodes.Status503ServiceUnavailable, "failed", "The article's processing failed"),
        QueryProblemKind.Pending => new AskAgain(
            Results.Json(new { state = "pending", detail = problem.Detail }, PipelineJson.Options, statusCode: StatusCodes.Status202Accepted),
            PendingSeconds),
        _ => throw new ArgumentOutOfRangeException(nameof(problem), problem.Kind, "An unknown kind of problem."),
    };

    /// <summary>Answers that storage is away or refuses the app.</summary>
    public static IResult StorageUnavailable() => new AskAgain(
        Problem("Storage does not answer; ask again.", StatusCodes.Status503ServiceUnavailable, "storage-unavailable", "Storage is not available"),
        UnavailableSeconds);

    /// <summary>Answers that something is wrong with the app; its log says what.</summary>
    public static IResult Unexpected() =>
        Problem("The request failed; the app's log says why.", StatusCodes.Status500InternalServerError, "unexpected", "Unexpected error");

    private static IResult Problem(QueryProblem problem, int status, string type, string title) =>
        Problem(problem.Detail, status, type, title, problem.Reason);

    private static IResult Problem(string detail, int status, string type, string title, string? reason = null) => Results.Problem(
        detail,
        statusCode: status,
        title: title,
        type: ProblemTypePrefix + type,
        extensions: reason is null ? null : new Dictionary<string, object?> { ["reason"] = reason });

    /// <summary>An answer that says when to ask again.</summary>
    private sealed class AskAgain(IResult answer, int seconds) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            return answer.ExecuteAsync(httpContext);
        }
    }
}
