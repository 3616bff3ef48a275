using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Functions.Http.Problems;
using Pipeline.Processing.Commands;
using Pipeline.Processing.Queries.Responses;
using Pipeline.Storage;

namespace Pipeline.Functions.Http.Routes;

/// <summary>The routes that change something, and the listing of what they are about; each wants a key.</summary>
public sealed partial class ApiRoutes
{
    private static readonly ApiParameter PoisonQueue = ApiParameter.OneOf("queue", "A poison queue.", [.. QueueNames.Poison]) with { InPath = true };
    private static readonly ApiParameter PoisonId = new("id", "The message's id, as `/poison` lists it.", "2516063189202605493_a1b2c3d4") { InPath = true, MaxLength = 200 };

    /// <summary>Gets the route that gives an address to upload a file to.</summary>
    public ApiRoute<UploadResponse> CreateUpload { get; } = Command<UploadResponse>("CreateUpload", HttpMethods.Post, "uploads", "Gives an address that takes one file for a quarter of an hour: with `PUT` and the header `x-ms-blob-type: BlockBlob`, without a key.") with
    {
        Parameters = [new ApiParameter("name", "The name of the blob in `articles`; a blob of that name is replaced.", "world/summit.txt") { MaxLength = 1024 }],
    };

    /// <summary>Gets the route that deletes an article.</summary>
    public ApiRoute<AcceptedResponse> DeleteArticle { get; } = ArticleCommand("DeleteArticle", HttpMethods.Delete, "articles/{articleId}", "Deletes an article: removes its file, or, where the file holds several, keeps the article away until it is restored.") with
    {
        Problems = [ProblemTypes.NotFound, ProblemTypes.Conflict],
    };

    /// <summary>Gets the route that restores an article.</summary>
    public ApiRoute<AcceptedResponse> RestoreArticle { get; } = ArticleCommand("RestoreArticle", HttpMethods.Post, "articles/{articleId}/restore", "Lets an article of a file of several come back that was deleted.") with
    {
        Problems = [ProblemTypes.NotFound, ProblemTypes.Deleted],
    };

    /// <summary>Gets the route that asks for an article to be processed again.</summary>
    public ApiRoute<AcceptedResponse> ReprocessArticle { get; } = ArticleCommand("ReprocessArticle", HttpMethods.Post, "articles/{articleId}/reprocess", "Asks for an article to be parsed, tagged and summarised again, also where it was rejected or failed.") with
    {
        Problems = [ProblemTypes.NotFound, ProblemTypes.Deleted],
    };

    /// <summary>Gets the route that asks for many articles to be processed again.</summary>
    public ApiRoute<ReprocessResponse> StartReprocess { get; } = Command<ReprocessResponse>("StartReprocess", HttpMethods.Post, "reprocess", "Asks for articles to be processed again, behind all new ones: those that fulfil all conditions, or all that there are, rejected and failed ones included. One such order at a time; `/status` says how far it is.") with
    {
        Parameters =
        [
            ApiParameter.OneOf("state", "A state; not together with other conditions.", "rejected", "failed"),
            From, To,
            IssueId with { InPath = false },
            .. Conditions.Where(condition => condition.Name is "source" or "actor" or "language"),
        ],
        SuccessStatus = StatusCodes.Status202Accepted,
        Problems = [ProblemTypes.Conflict],
    };

    /// <summary>Gets the route that calls off the order to process articles again.</summary>
    public ApiRoute<ReprocessResponse> CancelReprocess { get; } = Command<ReprocessResponse>("CancelReprocess", HttpMethods.Delete, "reprocess", "Calls off the order to process articles again.") with
    {
        Problems = [ProblemTypes.NotFound],
    };

    /// <summary>Gets the route that reconciles at once.</summary>
    public ApiRoute<ReconcileResponse> Reconcile { get; } = Command<ReconcileResponse>("Reconcile", HttpMethods.Post, "reconcile", "Does the next part of reconciling at once: compares container and tables, and repairs what does not fit.");

    /// <summary>Gets the route of the poison messages.</summary>
    public ApiRoute<PageResponse<PoisonResponse>> Poison { get; } = new("ListPoison", "poison", "What failed too often, queue by queue, newest first, with the last error of each.")
    {
        Level = AuthorizationLevel.Function,
        Parameters = [PoisonQueue with { InPath = false }, Cursor, Limit],
        Next = page => page.Next,
        Problems = [ProblemTypes.InvalidCursor],
    };

    /// <summary>Gets the route that puts all poison messages back to work.</summary>
    public ApiRoute<PoisonCommandResponse> RequeueAllPoison { get; } = Command<PoisonCommandResponse>("RequeueAllPoison", HttpMethods.Post, "poison/requeue", "Puts all poison messages, or those of one queue, back to work, byte for byte; at most 500 of them.") with
    {
        Parameters = [PoisonQueue with { InPath = false }],
    };

    /// <summary>Gets the route that drops all poison messages.</summary>
    public ApiRoute<PoisonCommandResponse> DropAllPoison { get; } = Command<PoisonCommandResponse>("DropAllPoison", HttpMethods.Delete, "poison", "Drops all poison messages, or those of one queue; at most 500 of them.") with
    {
        Parameters = [PoisonQueue with { InPath = false }],
    };

    /// <summary>Gets the route that puts a poison message back to work.</summary>
    public ApiRoute<PoisonCommandResponse> RequeuePoison { get; } = Command<PoisonCommandResponse>("RequeuePoison", HttpMethods.Post, "poison/{queue}/{id}/requeue", "Puts a poison message back to work, byte for byte.") with
    {
        Parameters = [PoisonQueue, PoisonId],
        Problems = [ProblemTypes.NotFound],
    };

    /// <summary>Gets the route that drops a poison message.</summary>
    public ApiRoute<PoisonCommandResponse> DropPoison { get; } = Command<PoisonCommandResponse>("DropPoison", HttpMethods.Delete, "poison/{queue}/{id}", "Drops a poison message; its article stays failed.") with
    {
        Parameters = [PoisonQueue, PoisonId],
        Problems = [ProblemTypes.NotFound],
    };

    private static ApiRoute<T> Command<T>(string function, string method, string template, string summary) => new(function, template, summary)
    {
        Methods = [method],
        Level = AuthorizationLevel.Function,
    };

    private static ApiRoute<AcceptedResponse> ArticleCommand(string function, string method, string template, string summary) => Command<AcceptedResponse>(function, method, template, summary) with
    {
        Parameters = [ArticleId],
        SuccessStatus = StatusCodes.Status202Accepted,
        Problems = [ProblemTypes.NotFound],
    };
}
