using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Pipeline.Functions.Http.Answers;
using Pipeline.Processing.Queries;
using Pipeline.Text;

namespace Pipeline.Functions.Http.Problems;

/// <summary>Writes the answers that are not what was asked for. None of them may be stored by caches: the next may be another.</summary>
internal static class ProblemAnswers
{
    public const string MediaType = "application/problem+json";

    // An article is mostly tagged within a second of its parsing.
    private const int PendingSeconds = 1;

    /// <summary>Answers with a query's problem.</summary>
    public static ApiAnswer Of(QueryProblem problem) => problem.Kind == QueryProblemKind.Pending
        ? Write(StatusCodes.Status202Accepted, MediaTypes.Json, new PendingResponse("pending", problem.Detail), PendingSeconds)
        : Of(ProblemTypes.Of(problem.Kind), problem.Detail, problem.Reason);

    /// <summary>Answers with a problem.</summary>
    public static ApiAnswer Of(ProblemType type, string detail, string? reason = null) =>
        Write(type.Status, MediaType, new ProblemResponse(type.Type, type.Title, type.Status, detail, reason), type.RetryAfterSeconds);

    private static ApiAnswer Write<T>(int status, string mediaType, T body, int? retryAfterSeconds)
    {
        var answer = new ApiAnswer(status, mediaType, JsonSerializer.SerializeToUtf8Bytes(body, PipelineJson.Options));
        answer.Headers.CacheControl = "no-store";
        if (retryAfterSeconds is { } seconds)
        {
            answer.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        return answer;
    }
}
