using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Processing.Queries.Digests;

namespace Pipeline.Functions.Http;

/// <summary>Serves what is said of several articles: of an issue over a range of days, of a day.</summary>
public sealed class DigestsFunctions(DigestQueries digests)
{
    private static readonly string[] IssueParameters = ["from", "to", "narrower", "sentences"];
    private static readonly string[] DayParameters = ["sentences"];

    /// <summary>Serves the digest of an issue.</summary>
    /// <param name="request">The request; <c>from</c> and <c>to</c> set the range, <c>narrower</c> whether narrower issues count too, <c>sentences</c> the length.</param>
    /// <param name="issue">The concept's id.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    [Function("GetIssueDigest")]
    public Task<IResult> GetIssueAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "issues/{issue}/summary")] HttpRequest request,
        string issue,
        CancellationToken cancellationToken) =>
        request.AnswerAsync(
            IssueParameters,
            async () => (await digests.GetIssueAsync(issue, request.Parameter("from"), request.Parameter("to"), request.Parameter("narrower"), request.Parameter("sentences"), cancellationToken)).ToHttp(),
            cancellationToken);

    /// <summary>Serves the digest of a day.</summary>
    /// <param name="request">The request; <c>sentences</c> sets the length.</param>
    /// <param name="date">The day.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    [Function("GetDayDigest")]
    public Task<IResult> GetDayAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "digest/{date}")] HttpRequest request,
        string date,
        CancellationToken cancellationToken) =>
        request.AnswerAsync(
            DayParameters,
            async () => (await digests.GetDayAsync(date, request.Parameter("sentences"), cancellationToken)).ToHttp(),
            cancellationToken);
}
