using Microsoft.AspNetCore.Http;
using Pipeline.Processing.Queries;

namespace Pipeline.Functions.Http;

/// <summary>Reads the parameters of a request.</summary>
internal static class QueryParameters
{
    // The platform's own: a function key.
    private const string FunctionKey = "code";

    /// <summary>Returns a parameter's text; null where it is not given.</summary>
    public static string? Parameter(this HttpRequest request, string name) =>
        request.Query.TryGetValue(name, out var value) ? value.ToString() : null;

    /// <summary>Refuses a request with parameters that the route does not take: a filter that is not applied would give a wrong answer.</summary>
    /// <returns>The answer; null where all parameters are known.</returns>
    public static IResult? RefuseUnknownParameters(this HttpRequest request, string[] known)
    {
        var unknown = request.Query.Keys.FirstOrDefault(name =>
            !known.Contains(name, StringComparer.OrdinalIgnoreCase) && !string.Equals(name, FunctionKey, StringComparison.OrdinalIgnoreCase));
        return unknown is null ? null : QueryProblem.Parameter(unknown, Expectation(known)).ToHttp();
    }

    private static string Expectation(string[] known) =>
        known is [] ? "is not known: this route takes none" : $"is not known: this route takes {string.Join(", ", known)}";
}
