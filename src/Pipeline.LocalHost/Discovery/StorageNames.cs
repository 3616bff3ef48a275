using System.Text.RegularExpressions;

namespace Pipeline.LocalHost.Discovery;

/// <summary>
/// The storage service's rules for names of queues and containers: 3 to 63 lower-case letters, digits and single hyphens
/// inside.
/// </summary>
internal static partial class StorageNames
{
    public static string Queue(string name) => Check(name, "queue");

    public static string Container(string name) => Check(name, "container");

    private static string Check(string name, string kind) =>
        name.Length is >= 3 and <= 63 && Rule().IsMatch(name)
            ? name
            : throw new FunctionHostException(
                $"\"{name}\" is no name for a {kind}: 3 to 63 lower-case letters, digits and single hyphens inside");

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Rule();
}
