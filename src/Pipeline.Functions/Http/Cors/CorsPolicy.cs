using Microsoft.AspNetCore.Http;
using Pipeline.Functions.Http.Answers;

namespace Pipeline.Functions.Http.Cors;

/// <summary>Lets pages of the allowed origins read answers (the Fetch standard's CORS protocol). No answer depends on cookies, so none takes them.</summary>
public sealed class CorsPolicy(HttpOptions options)
{
    /// <summary>What stands for every origin.</summary>
    internal const string AnyOrigin = "*";

    private const string ExposedHeaders = "ETag, Link, Retry-After";
    private const string AllowedHeaders = "Accept, If-None-Match, x-functions-key";

    // Ten minutes: a change of the setting is soon known to browsers, and few requests need two.
    private const string PreflightSeconds = "600";

    private readonly HashSet<string> _origins = new(options.Origins, StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds to an answer what lets the page read it that asked.</summary>
    internal ApiAnswer Open(ApiAnswer answer, HttpRequest request)
    {
        Open(answer.Headers, request);
        return answer;
    }

    /// <summary>Adds to the headers of an answer what lets the page read it that asked.</summary>
    internal void Open(IHeaderDictionary headers, HttpRequest request)
    {
        if (Allow(headers, request))
        {
            headers.AccessControlExposeHeaders = ExposedHeaders;
        }
    }

    /// <summary>Adds to the answer to <c>OPTIONS</c> what lets the page send the request that it asks about.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="request">The request.</param>
    /// <param name="methods">The methods that the route takes.</param>
    internal ApiAnswer OpenPreflight(ApiAnswer answer, HttpRequest request, string methods)
    {
        if (Allow(answer.Headers, request))
        {
            answer.Headers.AccessControlAllowMethods = methods;
            answer.Headers.AccessControlAllowHeaders = AllowedHeaders;
            answer.Headers.AccessControlMaxAge = PreflightSeconds;
        }

        return answer;
    }

    private bool Allow(IHeaderDictionary headers, HttpRequest request)
    {
        if (_origins.Count == 0)
        {
            return false;
        }

        if (_origins.Contains(AnyOrigin))
        {
            headers.AccessControlAllowOrigin = AnyOrigin;
            return true;
        }

        // Also where the origin is missing or not allowed: a cache must not give that answer to a page that is.
        headers.Vary = headers.Vary.Count == 0 ? "Origin" : $"{headers.Vary}, Origin";
        var origin = request.Headers.Origin.ToString();
        if (!_origins.Contains(origin))
        {
            return false;
        }

        headers.AccessControlAllowOrigin = origin;
        return true;
    }
}
