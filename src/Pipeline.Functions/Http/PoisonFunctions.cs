using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Functions.Http.Answers;
using Pipeline.Functions.Http.Routes;
using Pipeline.Processing.Commands;

namespace Pipeline.Functions.Http;

/// <summary>Lists what failed too often, and takes commands on it.</summary>
public sealed class PoisonFunctions(PoisonCommands poison, ApiRoutes routes, ApiAnswers answers)
{
    /// <summary>Lists poison messages.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    [Function("ListPoison")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "poison")] HttpRequest request,
        CancellationToken cancellationToken) =>
        answers.AnswerAsync(routes.Poison, request, query => poison.ListAsync(query["queue"], query["cursor"], query["limit"], cancellationToken), cancellationToken);

    /// <summary>Drops all poison messages, or those of one queue.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    [Function("DropAllPoison")]
    public Task<IResult> DropAllAsync(
        [HttpTrigger(AuthorizationLevel.Function, "delete", Route = "poison")] HttpRequest request,
        CancellationToken cancellationToken) =>
        answers.CommandAsync(routes.DropAllPoison, request, query => poison.DropAllAsync(query["queue"], cancellationToken), cancellationToken);

    /// <summary>Puts all poison messages, or those of one queue, back to work.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    [Function("RequeueAllPoison")]
    public Task<IResult> RequeueAllAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "poison/requeue")] HttpRequest request,
        CancellationToken cancellationToken) =>
        answers.CommandAsync(routes.RequeueAllPoison, request, query => poison.RequeueAllAsync(query["queue"], cancellationToken), cancellationToken);

    /// <summary>Drops a poison message.</summary>
    /// <param name="request">The request.</param>
    /// <param name="queue">The poison queue.</param>
    /// <param name="id">The message's id, as the listing has it.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    [Function("DropPoison")]
    public Task<IResult> DropAsync(
        [HttpTrigger(AuthorizationLevel.Function, "delete", Route = "poison/{queue}/{id}")] HttpRequest request,
        string queue,
        string id,
        CancellationToken cancellationToken) =>
        answers.CommandAsync(routes.DropPoison, request, _ => poison.DropAsync(queue, id, cancellationToken), cancellationToken);

    /// <summary>Puts a poison message back to work.</summary>
    /// <param name="request">The request.</param>
    /// <param name="queue">The poison queue.</param>
    /// <param name="id">The message's id, as the listing has it.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    [Function("RequeuePoison")]
    public Task<IResult> RequeueAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "poison/{queue}/{id}/requeue")] HttpRequest request,
        string queue,
        string id,
        CancellationToken cancellationToken) =>
        answers.CommandAsync(routes.RequeuePoison, request, _ => poison.RequeueAsync(queue, id, cancellationToken), cancellationToken);
}
