using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Functions.Http.Answers;
using Pipeline.Functions.Http.OpenApi;
using Pipeline.Functions.Http.Routes;
using Pipeline.Processing.Queries;

namespace Pipeline.Functions.Http;

/// <summary>Serves the API's description of itself.</summary>
public sealed class OpenApiFunctions(OpenApiDocument document, ApiRoutes routes, ApiAnswers answers)
{
    /// <summary>Serves the description.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    [Function("GetOpenApi")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "openapi.json")] HttpRequest request,
        CancellationToken cancellationToken) =>
        answers.AnswerAsync(routes.Description, request, _ => Task.FromResult<QueryResult<OpenApiDocument>>(document), cancellationToken);
}
