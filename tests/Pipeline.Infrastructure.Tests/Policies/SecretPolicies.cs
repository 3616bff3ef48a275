using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Pipeline.Infrastructure.Tests.Policies;

/// <summary>No key is read into a setting, an output or anything else but the address of the webhook.</summary>
internal static partial class SecretPolicies
{
    public static IReadOnlyList<Policy> All { get; } =
    [
        new("no setting holds a secret", snapshot =>
            from settings in AppPolicies.SettingsOf(snapshot)
            from setting in settings
            where Secret().IsMatch(setting.Value!.ToString())
            select setting.Key),
        new("no output holds a secret", snapshot => snapshot.Outputs
            .Where(output => Secret().IsMatch(output.Value!.ToJsonString()))
            .Select(output => output.Key)),
        new("keys are read for the webhook alone", snapshot =>
            from resource in snapshot.Resources
            from value in Values(resource.Json)
            where value.Text.Contains("listKeys(", StringComparison.OrdinalIgnoreCase) && value.Path != "properties.destination.properties.endpointUrl"
            select $"{resource.Id}: {value.Path}"),
    ];

    private static IEnumerable<(string Path, string Text)> Values(JsonNode? node, string path = "") => node switch
    {
        JsonObject all => all.SelectMany(property => Values(property.Value, path.Length == 0 ? property.Key : $"{path}.{property.Key}")),
        JsonArray all => all.SelectMany(item => Values(item, path)),
        null => [],
        _ => [(path, node.ToString())],
    };

    [GeneratedRegex(@"list\w*Keys?\(|listSecrets|AccountKey=|SharedAccessKey=|SharedAccessSignature|\bsig=|InstrumentationKey=|password", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Secret();
}
