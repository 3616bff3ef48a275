using System.Net;
using Microsoft.AspNetCore.Http;

namespace Pipeline.LocalHost.Http;

/// <summary>
/// Tells requests of programs and of this host's own pages from those that a page of another site makes a browser send. Where no
/// key is asked for, it alone keeps any page that is open on this machine from using what wants a key on the platform.
/// </summary>
internal static class OwnPageCheck
{
    /// <summary>Tells whether a request may use what wants a key where none is asked for.</summary>
    /// <param name="request">The request.</param>
    public static bool Allows(HttpRequest request)
    {
        // A name of another site may lead to this machine; that site's pages then count as this host's own to a browser.
        if (!IsLoopback(request.Host.Host))
        {
            return false;
        }

        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            ? request.Headers["Sec-Fetch-Site"].ToString() is "" or "none" or "same-origin"
            : string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
