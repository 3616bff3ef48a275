using Microsoft.AspNetCore.Http;

namespace Pipeline.LocalHost.Http;

/// <summary>
/// Tells requests of programs and of this host's own pages from those that a page of another site makes a browser send. Where no
/// key is asked for, it alone keeps any page that is open on this machine from using what wants a key on the platform.
/// </summary>
internal static class OwnPageCheck
{
    /// <summary>Tells whether a request may use what wants a key where none is asked for.</summary>
    /// <param name="request">The request, to a name that <see cref="HostNameCheck"/> let pass.</param>
    public static bool Allows(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            ? request.Headers["Sec-Fetch-Site"].ToString() is "" or "none" or "same-origin"
            : string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
