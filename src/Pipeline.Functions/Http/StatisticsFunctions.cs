using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Functions.Http.Answers;
using Pipeline.Functions.Http.Routes;
using Pipeline.Processing.Queries.Statistics;

namespace Pipeline.Functions.Http;

/// <summary>Serves what is counted: articles over time, and who and what leads among them.</summary>
public sealed class StatisticsFunctions(TimelineQueries timelines, LeadingQueries leading, ApiRoutes routes, ApiAnswers answers)
{
    /// <summary>Serves how many articles there are over time.</summary>
    /// <param name="request">The request; <c>from</c> and <c>to</c> set the range, <c>by</c> what each point counts.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    [Function("GetTimeline")]
    public Task<IResult> GetTimelineAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "timeline")] HttpRequest request,
        CancellationToken cancellationToken) =>
        answers.AnswerAsync(
            routes.Timeline,
            request,
            query => timelines.GetAsync(new TimelineParameters(Issue: null, query["from"], query["to"], query["by"], Narrower: null), cancellationToken),
            cancellationToken);

    /// <summary>Serves how many articles of an issue there are over time.</summary>
    /// <param name="request">The request; <c>from</c> and <c>to</c> set the range, <c>by</c> what each point counts, <c>narrower</c> whether narrower issues count too.</param>
    /// <param name="issue">The concept's id.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    [Function("GetIssueTimeline")]
    public Task<IResult> GetIssueTimelineAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "issues/{issue}/timeline")] HttpRequest request,
        string issue,
        CancellationToken cancellationToken) =>
        answers.AnswerAsync(
            routes.IssueTimeline,
            request,
            query => timelines.GetAsync(new TimelineParameters(issue, query["from"], query["to"], query["by"], query["narrower"]), cancellationToken),
            cancellationToken);

    /// <summary>Serves the leading actors, issues and sources.</summary>
    /// <param name="request">The request; <c>from</c> and <c>to</c> set the range, <c>limit</c> how many of each come.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    [Function("GetLeading")]
    public Task<IResult> GetLeadingAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "leading")] HttpRequest request,
        CancellationToken cancellationToken) =>
        answers.AnswerAsync(
            routes.Leading,
            request,
            query => leading.GetAsync(new LeadingParameters(Issue: null, query["from"], query["to"], Narrower: null, query["limit"]), cancellationToken),
            cancellationToken);

    /// <summary>Serves the leading actors, the co-occurring issues and the leading sources of an issue.</summary>
    /// <param name="request">The request; <c>from</c> and <c>to</c> set the range, <c>narrower</c> whether narrower issues count too, <c>limit</c> how many of each come.</param>
    /// <param name="issue">The concept's id.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    [Function("GetIssueLeading")]
    public Task<IResult> GetIssueLeadingAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "issues/{issue}/leading")] HttpRequest request,
        string issue,
        CancellationToken cancellationToken) =>
        answers.AnswerAsync(
            routes.IssueLeading,
            request,
            query => leading.GetAsync(new LeadingParameters(issue, query["from"], query["to"], query["narrower"], query["limit"]), cancellationToken),
            cancellationToken);
}
