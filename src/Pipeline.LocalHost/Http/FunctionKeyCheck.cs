using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Pipeline.LocalHost.Http;

/// <summary>Checks the function key of requests: the header <c>x-functions-key</c> or the query value <c>code</c>.</summary>
/// <param name="key">The key; null where none is asked for, as when the platform's host runs locally.</param>
internal sealed class FunctionKeyCheck(string? key)
{
    private readonly byte[]? _hash = key is null ? null : Hash(key);

    /// <summary>Tells whether a request brings the key; where none is asked for, whether it is no other site's.</summary>
    /// <param name="request">The request.</param>
    public bool Allows(HttpRequest request) => _hash is null
        ? OwnPageCheck.Allows(request)
        : Matches(request.Headers["x-functions-key"]) || Matches(request.Query["code"]);

    // Hashes have one length, so that the comparison tells nothing, the key's length included.
    private bool Matches(string? candidate) =>
        candidate is not null && CryptographicOperations.FixedTimeEquals(Hash(candidate), _hash);

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
