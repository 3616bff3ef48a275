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
    private const int RetryAfterSeconds = 1;

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
        QueryProblemKind.Pending => new PendingAnswer(problem),
        _ => throw new ArgumentOutOfRangeException(nameof(problem), problem.Kind, "An unknown kind of problem."),
    };

    private static IResult Problem(QueryProblem problem, int status, string type, string title) => Results.Problem(
        problem.Detail,
        statusCode: status,
        title: title,
        type: ProblemTypePrefix + type,
        extensions: problem.Reason is null ? null : new Dictionary<string, object?> { ["reason"] = problem.Reason });

    /// <summary>Accepted, and not done yet: when to ask again.</summary>
    private sealed class PendingAnswer(QueryProblem problem) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
            return Results
                .Json(new { state = "pending", detail = problem.Detail }, PipelineJson.Options, statusCode: StatusCodes.Status202Accepted)
                .ExecuteAsync(httpContext);
        }
    }
}
