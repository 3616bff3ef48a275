using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Processing.Queries;

namespace Pipeline.Functions.Http;

/// <summary>Serves summaries.</summary>
public sealed class SummariesFunctions(SummaryQueries summaries)
{
    private static readonly string[] ListParameters = ["date", "from", "to", "issue", "cursor", "limit"];

    /// <summary>Serves the summary of an article.</summary>
    /// <param name="request">The request; <c>sentences</c> sets the length.</param>
    /// <param name="articleId">The article's id.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    [Function("GetSummary")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "summaries/{articleId}")] HttpRequest request,
        string articleId,
        CancellationToken cancellationToken) =>
        request.RefuseUnknownParameters("sentences")
        ?? (await summaries.GetAsync(articleId, request.Parameter("sentences"), cancellationToken)).ToHttp();

    /// <summary>Serves a page of summaries, newest first.</summary>
    /// <param name="request">The request with the filter.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    [Function("ListSummaries")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "summaries")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var parameters = new SummaryListParameters(
            request.Parameter("date"),
            request.Parameter("from"),
            request.Parameter("to"),
            request.Parameter("issue"),
            request.Parameter("cursor"),
            request.Parameter("limit"));
        return request.RefuseUnknownParameters(ListParameters)
            ?? (await summaries.ListAsync(parameters, cancellationToken)).ToHttp();
    }
}
