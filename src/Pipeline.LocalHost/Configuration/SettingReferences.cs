using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace Pipeline.LocalHost.Configuration;

/// <summary>Replaces <c>%Name%</c> in an attribute's strings by the setting of that name.</summary>
internal static partial class SettingReferences
{
    /// <exception cref="FunctionHostException">A setting is missing.</exception>
    public static string Resolve(string text, IConfiguration configuration) =>
        Reference().Replace(text, match => configuration[LocalSettings.Normalize(match.Groups["name"].Value)] is { Length: > 0 } value
            ? value
            : throw new FunctionHostException($"the setting {match.Groups["name"].Value}, named by \"{text}\", is missing"));

    [GeneratedRegex("%(?<name>[^%]+)%", RegexOptions.NonBacktracking)]
    private static partial Regex Reference();
}
