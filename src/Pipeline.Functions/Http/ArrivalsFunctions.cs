using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Functions.Http.Answers;
using Pipeline.Functions.Http.Cors;
using Pipeline.Functions.Http.Routes;
using Pipeline.Processing.Queries.Arrivals;

namespace Pipeline.Functions.Http;

/// <summary>Serves live updates.</summary>
public sealed class ArrivalsFunctions(
    ArrivalQueries arrivals, ApiRoutes routes, ApiAnswers answers, StreamSlots slots, CorsPolicy cors, HttpOptions options, TimeProvider time)
{
    private const string LastEventId = "Last-Event-ID";

    /// <summary>Serves the summaries of articles as they are tagged, as server-sent events.</summary>
    /// <param name="request">The request; <c>issue</c> and <c>narrower</c> choose articles, the header <c>Last-Event-ID</c> says where to go on.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    [Function("FollowSummaries")]
    public Task<IResult> FollowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "summaries/stream")] HttpRequest request,
        CancellationToken cancellationToken) =>
        answers.StreamAsync(
            routes.Stream,
            request,
            query => arrivals.FollowAsync(query["issue"], query["narrower"], request.Headers[LastEventId], cancellationToken),
            found => new EventStream(found, request.Headers.ContainsKey(LastEventId), slots, TimeSpan.FromSeconds(options.StreamSeconds), cors, time),
            cancellationToken);
}
