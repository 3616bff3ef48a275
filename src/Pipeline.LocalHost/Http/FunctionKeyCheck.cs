using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Pipeline.LocalHost.Http;

/// <summary>Checks the function key of requests: the header <c>x-functions-key</c> or the query value <c>code</c>.</summary>
/// <param name="key">The key; null where none is asked for, as when the platform's host runs locally.</param>
internal sealed class FunctionKeyCheck(string? key)
{
    private readonly byte[]? _hash = key is null ? null : Hash(key);

    /// <summary>Answers a request itself that lacks the key or, where none is asked for, is another site's.</summary>
    /// <param name="context">The request.</param>
    /// <returns>True where it may go on.</returns>
    public async Task<bool> AllowsAsync(HttpContext context)
    {
        var request = context.Request;
        if (_hash is null)
        {
            if (OwnPageCheck.Allows(request))
            {
                return true;
            }

            await HostProblems.WriteAsync(context, StatusCodes.Status403Forbidden, "This is not for pages of other sites.");
            return false;
        }

        if (Matches(request.Headers["x-functions-key"]) || Matches(request.Query["code"]))
        {
            return true;
        }

        await HostProblems.WriteAsync(context, StatusCodes.Status401Unauthorized, "This wants the function key, in the header x-functions-key.");
        return false;
    }

    // Hashes have one length, so that the comparison tells nothing, the key's length included.
    private bool Matches(string? candidate) =>
        candidate is not null && CryptographicOperations.FixedTimeEquals(Hash(candidate), _hash);

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
