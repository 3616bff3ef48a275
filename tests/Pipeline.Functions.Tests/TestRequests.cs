using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Pipeline.Functions.Tests;

/// <summary>Requests, and what comes back, without a server.</summary>
internal static class TestRequests
{
    /// <summary>Makes a request.</summary>
    /// <param name="target">The path and query.</param>
    /// <param name="headers">The headers, each as <c>Name: value</c>.</param>
    public static HttpRequest Get(string target, params string[] headers) => Make("GET", target, headers);

    public static HttpRequest Make(string method, string target, params string[] headers)
    {
        var context = new DefaultHttpContext { RequestServices = new ServiceCollection().BuildServiceProvider() };
        var parts = target.Split('?', 2);
        context.Request.Method = method;
        context.Request.Scheme = "https";
        context.Request.Host = new HostString("news.example");
        context.Request.Path = PathString.FromUriComponent(parts[0]);
        context.Request.QueryString = new QueryString(parts.Length > 1 ? "?" + parts[1] : "");
        foreach (var header in headers)
        {
            var colon = header.IndexOf(':', StringComparison.Ordinal);
            context.Request.Headers.Append(header[..colon], header[(colon + 1)..].Trim());
        }

        context.Response.Body = new MemoryStream();
        return context.Request;
    }

    /// <summary>Sends a result, and returns the response and its body.</summary>
    public static async Task<(HttpResponse Response, byte[] Body)> SendAsync(this HttpRequest request, Task<IResult> result)
    {
        await (await result).ExecuteAsync(request.HttpContext);
        return (request.HttpContext.Response, ((MemoryStream)request.HttpContext.Response.Body).ToArray());
    }
}
