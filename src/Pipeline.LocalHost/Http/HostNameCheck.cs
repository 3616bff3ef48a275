using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Pipeline.LocalHost.Http;

/// <summary>
/// Refuses requests to other names than this machine's own. A page of another site can have its name lead to this machine (DNS
/// rebinding): to a browser it is then of one origin with the API, and could read all that the API gives.
/// </summary>
/// <param name="configuration">The settings, of which <see cref="SettingName"/> allows more names.</param>
internal sealed class HostNameCheck(IConfiguration configuration)
{
    /// <summary>The setting with more names, as of a proxy in front of this host, separated by semicolons; <c>*</c> allows all.</summary>
    public const string SettingName = "AllowedHosts";

    private const string Any = "*";

    private readonly string[] _names = (configuration[SettingName] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Answers a request to a foreign name itself, and hands all others on.</summary>
    /// <param name="context">The request.</param>
    /// <param name="next">What answers the others.</param>
    public Task HandleAsync(HttpContext context, RequestDelegate next) => Allows(context.Request.Host.Host)
        ? next(context)
        : HostProblems.WriteAsync(context, StatusCodes.Status421MisdirectedRequest, $"This host answers to localhost, to addresses of this machine, and to the names that the setting {SettingName} allows.");

    // A request that names no host comes from no browser.
    private bool Allows(string host) =>
        host.Length == 0
        || string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address))
        || Array.Exists(_names, name => name == Any || string.Equals(name, host, StringComparison.OrdinalIgnoreCase));
}
