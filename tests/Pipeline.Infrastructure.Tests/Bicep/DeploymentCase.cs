namespace Pipeline.Infrastructure.Tests.Bicep;

/// <summary>A deployment whose resources are predicted: a parameter file and the environment variables that it reads.</summary>
/// <param name="Name">The name; the snapshot is <c>infra/snapshots/{Name}.json</c>.</param>
/// <param name="ParameterFile">The parameter file.</param>
/// <param name="Variables">The environment variables.</param>
internal sealed record DeploymentCase(string Name, string ParameterFile, IReadOnlyDictionary<string, string> Variables)
{
    /// <summary>The object id that the production cases give as who uploads.</summary>
    public const string Uploader = "11111111-1111-1111-1111-111111111111";

    // A network of the customer's own, with the zones of storage in a hub, and none for the API.
    private const string OwnNetwork =
        """
        {
          "kind": "existing",
          "networkId": "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg-hub/providers/Microsoft.Network/virtualNetworks/vnet-hub",
          "appSubnetId": "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg-hub/providers/Microsoft.Network/virtualNetworks/vnet-hub/subnets/app",
          "endpointSubnetId": "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg-hub/providers/Microsoft.Network/virtualNetworks/vnet-hub/subnets/endpoints",
          "storageZoneIds": [
            "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg-dns/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net",
            "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg-dns/providers/Microsoft.Network/privateDnsZones/privatelink.queue.core.windows.net",
            "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg-dns/providers/Microsoft.Network/privateDnsZones/privatelink.table.core.windows.net"
          ]
        }
        """;

    private const string Main = "main.bicepparam";
    private const string Events = "events.bicepparam";

    /// <summary>Gets the deployments of the resources themselves.</summary>
    public static IReadOnlyList<DeploymentCase> OfResources { get; } =
    [
        new("development", Main, Environment("dev")),
        new("production", Main, Environment("production", Production)),
        new("production-private-api", Main, Environment("production", [.. Production, ("PIPELINE_API_ACCESS", "private"), ("PIPELINE_NETWORK", OwnNetwork)])),
    ];

    /// <summary>Gets the deployments of what tells of files, after the code.</summary>
    public static IReadOnlyList<DeploymentCase> OfEvents { get; } =
    [
        new("events", Events, AfterCode("trigger")),
        new("events-private-api", Events, AfterCode("queue")),
    ];

    public static IReadOnlyList<DeploymentCase> All { get; } = [.. OfResources, .. OfEvents];

    private static (string Name, string Value)[] Production =>
    [
        ("PIPELINE_PROFILE", "production"),
        ("PIPELINE_ALERT_EMAILS", "operators@example.org,desk@example.org"),
        ("PIPELINE_MONTHLY_BUDGET", "200"),
        ("PIPELINE_BUDGET_START", "2026-12-01"),
        ("PIPELINE_APP_SETTINGS", """{"Reconcile__ArticleDays":"365","ReconcileSchedule":"0 * * * * *"}"""),
        ("AZURE_PRINCIPAL_ID", Uploader),
        ("AZURE_PRINCIPAL_TYPE", "ServicePrincipal"),
    ];

    public static DeploymentCase Named(string name) => All.Single(one => one.Name == name);

    private static Dictionary<string, string> Environment(string name, params (string Name, string Value)[] more) =>
        new(more.Select(one => KeyValuePair.Create(one.Name, one.Value))) { ["AZURE_ENV_NAME"] = name, ["AZURE_LOCATION"] = "westeurope" };

    private static Dictionary<string, string> AfterCode(string newFilesTo) => new()
    {
        ["FUNCTION_APP_NAME"] = "func-example",
        ["EVENT_TOPIC_NAME"] = "evgt-example",
        ["ARTICLE_STORAGE_NAME"] = "starticlesexample",
        ["NEW_FILES_TO"] = newFilesTo,
    };
}
