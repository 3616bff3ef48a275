using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Processing.Queries;
using Pipeline.Processing.Queries.Listings;

namespace Pipeline.Functions.Http;

/// <summary>Serves summaries.</summary>
public sealed class SummariesFunctions(SummaryQueries summaries)
{
    private static readonly string[] SummaryParameters = ["sentences", "explain"];
    private static readonly string[] ListParameters = ["date", "from", "to", "issue", "narrower", "source", "actor", "language", "minScore", "cursor", "limit"];

    /// <summary>Serves the summary of an article.</summary>
    /// <param name="request">The request; <c>sentences</c> sets the length, <c>explain</c> asks for the features of each sentence.</param>
    /// <param name="articleId">The article's id.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    [Function("GetSummary")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "summaries/{articleId}")] HttpRequest request,
        string articleId,
        CancellationToken cancellationToken) =>
        request.AnswerAsync(
            SummaryParameters,
            async () => (await summaries.GetAsync(articleId, request.Parameter("sentences"), request.Parameter("explain"), cancellationToken)).ToHttp(),
            cancellationToken);

    /// <summary>Serves a page of summaries, newest first.</summary>
    /// <param name="request">The request with the filter.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    [Function("ListSummaries")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "summaries")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var parameters = new SummaryListParameters
        {
            Date = request.Parameter("date"),
            From = request.Parameter("from"),
            To = request.Parameter("to"),
            Issues = [.. request.Query["issue"].OfType<string>()],
            Narrower = request.Parameter("narrower"),
            Source = request.Parameter("source"),
            Actor = request.Parameter("actor"),
            Language = request.Parameter("language"),
            MinScore = request.Parameter("minScore"),
            Cursor = request.Parameter("cursor"),
            Limit = request.Parameter("limit"),
        };
        return request.AnswerAsync(
            ListParameters, async () => (await summaries.ListAsync(parameters, cancellationToken)).ToHttp(), cancellationToken);
    }
}
