using Microsoft.AspNetCore.Http;
using Pipeline.Functions.Http.Routes;
using Pipeline.Processing.Addresses;

namespace Pipeline.Functions.Http.Answers;

/// <summary>Reads the address that a request came to. (On Azure, the worker has already put in what the client used.)</summary>
internal static class RequestAddresses
{
    /// <summary>Returns the address; the API's root is what is left of the path in front of the route's.</summary>
    public static ApiAddress Of(HttpRequest request, ApiRoute route)
    {
        var path = (request.PathBase + request.Path).ToUriComponent().TrimEnd('/');
        var start = path.Length;
        for (var i = 0; i < route.Segments.Length; i++)
        {
            start = path.LastIndexOf('/', start - 1);
        }

        return new ApiAddress($"{request.Scheme}://{request.Host.ToUriComponent()}{path[..(start + 1)]}", path[(start + 1)..], ParameterValues.WithoutKey(request.Query));
    }
}
