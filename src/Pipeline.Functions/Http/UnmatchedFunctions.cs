using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Functions.Http.Answers;
using Pipeline.Functions.Http.Cors;
using Pipeline.Functions.Http.Problems;
using Pipeline.Functions.Http.Routes;

namespace Pipeline.Functions.Http;

/// <summary>
/// Answers what no other function does: <c>OPTIONS</c>, methods that a route does not take, and paths that are no route.
/// </summary>
public sealed class UnmatchedFunctions(ApiRoutes routes, CorsPolicy cors)
{
    /// <summary>Answers a request. The platform tries functions in the order of their names, so this one's comes last.</summary>
    /// <param name="request">The request.</param>
    /// <param name="path">The path below the API's root; null for the root itself.</param>
    [Function("UnmatchedRequest")]
    public IResult Answer([HttpTrigger(AuthorizationLevel.Anonymous, Route = "{*path}")] HttpRequest request, string? path)
    {
        string[] methods = [.. routes.All.Where(route => route.Matches(path ?? "")).SelectMany(route => route.Methods).Distinct()];
        if (methods is [] || methods.Contains(request.Method))
        {
            return cors.Open(ProblemAnswers.Of(ProblemTypes.UnknownRoute, "The API has no route of that path; /api/openapi.json describes those that it has."), request);
        }

        var allow = string.Join(", ", methods.Append(HttpMethods.Options));
        var isOptions = HttpMethods.IsOptions(request.Method);
        var answer = isOptions ? new ApiAnswer(StatusCodes.Status204NoContent) : ProblemAnswers.Of(ProblemTypes.MethodNotAllowed, $"The route takes {allow}.");
        answer.Headers.Allow = allow;
        return isOptions ? cors.OpenPreflight(answer, request, string.Join(", ", methods)) : cors.Open(answer, request);
    }
}
