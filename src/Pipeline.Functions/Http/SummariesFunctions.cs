using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Functions.Http.Answers;
using Pipeline.Functions.Http.Routes;
using Pipeline.Processing.Queries;
using Pipeline.Processing.Queries.Listings;

namespace Pipeline.Functions.Http;

/// <summary>Serves summaries.</summary>
public sealed class SummariesFunctions(SummaryQueries summaries, ApiRoutes routes, ApiAnswers answers)
{
    /// <summary>Serves the summary of an article.</summary>
    /// <param name="request">The request; <c>sentences</c> sets the length, <c>explain</c> asks for the features of each sentence.</param>
    /// <param name="articleId">The article's id.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    [Function("GetSummary")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "summaries/{articleId}")] HttpRequest request,
        string articleId,
        CancellationToken cancellationToken) =>
        answers.AnswerAsync(
            routes.Summary, request, query => summaries.GetAsync(articleId, query["sentences"], query["explain"], cancellationToken), cancellationToken);

    /// <summary>Serves a page of summaries, newest first.</summary>
    /// <param name="request">The request with the filter.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    [Function("ListSummaries")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "summaries")] HttpRequest request,
        CancellationToken cancellationToken) =>
        answers.AnswerAsync(
            routes.Summaries,
            request,
            query => summaries.ListAsync(
                new SummaryListParameters
                {
                    Date = query["date"],
                    From = query["from"],
                    To = query["to"],
                    Issues = query.All("issue"),
                    Narrower = query["narrower"],
                    Source = query["source"],
                    Actor = query["actor"],
                    Language = query["language"],
                    MinScore = query["minScore"],
                    Cursor = query["cursor"],
                    Limit = query["limit"],
                },
                cancellationToken),
            cancellationToken);
}
