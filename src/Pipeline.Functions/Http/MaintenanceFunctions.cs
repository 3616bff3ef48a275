using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Functions.Http.Answers;
using Pipeline.Functions.Http.Routes;
using Pipeline.Processing.Queries;
using Pipeline.Processing.Queries.Responses;
using Pipeline.Processing.Reconciliation;
using Pipeline.Processing.Reprocessing;
using Pipeline.Storage.Meta;

namespace Pipeline.Functions.Http;

/// <summary>Takes commands on all that the pipeline holds.</summary>
public sealed class MaintenanceFunctions(ReprocessCommands reprocess, ReconcileProcessor reconcile, ApiRoutes routes, ApiAnswers answers)
{
    /// <summary>Takes an order to process articles again.</summary>
    /// <param name="request">The request; its query says which.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    [Function("StartReprocess")]
    public Task<IResult> StartReprocessAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "reprocess")] HttpRequest request,
        CancellationToken cancellationToken) =>
        answers.CommandAsync(
            routes.StartReprocess,
            request,
            query => reprocess.StartAsync(
                new ReprocessFilter
                {
                    State = query["state"],
                    From = query["from"],
                    To = query["to"],
                    Issue = query["issue"],
                    Source = query["source"],
                    Actor = query["actor"],
                    Language = query["language"],
                },
                cancellationToken),
            cancellationToken);

    /// <summary>Calls off the order to process articles again.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    [Function("CancelReprocess")]
    public Task<IResult> CancelReprocessAsync(
        [HttpTrigger(AuthorizationLevel.Function, "delete", Route = "reprocess")] HttpRequest request,
        CancellationToken cancellationToken) =>
        answers.CommandAsync(routes.CancelReprocess, request, _ => reprocess.CancelAsync(cancellationToken), cancellationToken);

    /// <summary>Does the next part of reconciling at once.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    [Function("Reconcile")]
    public Task<IResult> ReconcileAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "reconcile")] HttpRequest request,
        CancellationToken cancellationToken) =>
        answers.CommandAsync(routes.Reconcile, request, _ => RunReconcileAsync(cancellationToken), cancellationToken);

    private async Task<QueryResult<ReconcileResponse>> RunReconcileAsync(CancellationToken cancellationToken)
    {
        var (state, failures) = await reconcile.RunAsync(cancellationToken);
        return ReconcileResponse.Of(state) with { Failed = failures.Count > 0 ? failures.Count : null };
    }
}
