using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Functions.Http.Answers;
using Pipeline.Functions.Http.Routes;
using Pipeline.Processing.Commands;

namespace Pipeline.Functions.Http;

/// <summary>Gives addresses to upload files to.</summary>
public sealed class UploadsFunctions(UploadCommands uploads, ApiRoutes routes, ApiAnswers answers)
{
    /// <summary>Gives an address that takes one file.</summary>
    /// <param name="request">The request; <c>name</c> is the blob's name.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    [Function("CreateUpload")]
    public Task<IResult> CreateAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "uploads")] HttpRequest request,
        CancellationToken cancellationToken) =>
        answers.CommandAsync(routes.CreateUpload, request, query => uploads.CreateAsync(query["name"], cancellationToken), cancellationToken);
}
