using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Functions.Http.Answers;
using Pipeline.Functions.Http.Routes;
using Pipeline.Processing.Queries.Digests;

namespace Pipeline.Functions.Http;

/// <summary>Serves what is said of several articles: of an issue over a range of days, of all news of a day or a range.</summary>
public sealed class DigestsFunctions(DigestQueries digests, ApiRoutes routes, ApiAnswers answers)
{
    /// <summary>Serves the digest of an issue.</summary>
    /// <param name="request">The request; <c>from</c> and <c>to</c> set the range, <c>narrower</c> whether narrower issues count too, <c>sentences</c> the length.</param>
    /// <param name="issue">The concept's id.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    [Function("GetIssueDigest")]
    public Task<IResult> GetIssueAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "issues/{issue}/summary")] HttpRequest request,
        string issue,
        CancellationToken cancellationToken) =>
        answers.AnswerAsync(
            routes.IssueDigest,
            request,
            query => digests.GetIssueAsync(issue, query["from"], query["to"], query["narrower"], query["sentences"], cancellationToken),
            cancellationToken);

    /// <summary>Serves the digest of a day.</summary>
    /// <param name="request">The request; <c>sentences</c> sets the length.</param>
    /// <param name="date">The day.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    [Function("GetDayDigest")]
    public Task<IResult> GetDayAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "digest/{date}")] HttpRequest request,
        string date,
        CancellationToken cancellationToken) =>
        answers.AnswerAsync(routes.DayDigest, request, query => digests.GetDayAsync(date, query["sentences"], cancellationToken), cancellationToken);

    /// <summary>Serves the digest of all news of a range of days.</summary>
    /// <param name="request">The request; <c>from</c> and <c>to</c> set the range, <c>sentences</c> the length.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    [Function("GetDigest")]
    public Task<IResult> GetRangeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "digest")] HttpRequest request,
        CancellationToken cancellationToken) =>
        answers.AnswerAsync(routes.Digest, request, query => digests.GetRangeAsync(query["from"], query["to"], query["sentences"], cancellationToken), cancellationToken);
}
