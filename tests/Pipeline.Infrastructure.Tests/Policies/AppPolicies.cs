using System.Text.Json.Nodes;
using Pipeline.Infrastructure.Tests.Bicep;

namespace Pipeline.Infrastructure.Tests.Policies;

/// <summary>The app is reached over TLS, deployed by identities, and opens storage and telemetry by its own.</summary>
internal static class AppPolicies
{
    private const string Site = "Microsoft.Web/sites";
    private const string Settings = "Microsoft.Web/sites/config";
    private const string Publishing = "Microsoft.Web/sites/basicPublishingCredentialsPolicies";

    private static readonly string[] Connections = ["AzureWebJobsStorage", "ArticleStorage"];
    private static readonly string[] OfConnection = ["blobServiceUri", "queueServiceUri", "tableServiceUri", "credential", "clientId"];

    public static IReadOnlyList<Policy> All { get; } =
    [
        Policy.Value("the app wants https", Site, "properties.httpsOnly", "true"),
        Policy.Value("the app wants TLS 1.2", Site, "properties.siteConfig.minTlsVersion", "1.2", "1.3"),
        Policy.Value("deployment wants TLS 1.2", Site, "properties.siteConfig.scmMinTlsVersion", "1.2", "1.3"),
        Policy.Value("FTP is off", Site, "properties.siteConfig.ftpsState", "Disabled"),
        Policy.Value("the app has an identity of its own", Site, "identity.type", "UserAssigned"),
        Policy.Value("the app runs on .NET 10", Site, "properties.functionAppConfig.runtime.version", "10.0"),
        Policy.Value("the app runs isolated", Site, "properties.functionAppConfig.runtime.name", "dotnet-isolated"),
        Policy.Value("the package is read by identity", Site, "properties.functionAppConfig.deployment.storage.authentication.type", "UserAssignedIdentity"),
        Policy.Value("azd finds the app", Site, "tags.azd-service-name", "api"),
        Policy.Value("the plan is Flex Consumption", "Microsoft.Web/serverfarms", "sku.name", "FC1"),
        Policy.Value("no password deploys", Publishing, "properties.allow", "false"),
        Policy.Same("FTP and deployment both want no password", _ => ["ftp", "scm"], snapshot => snapshot.OfType(Publishing).Select(policy => policy.Id.Split('/')[^1])),
        new("connections are complete, and by identity", snapshot =>
            from settings in SettingsOf(snapshot)
            from connection in Connections
            from name in OfConnection
            where !settings.ContainsKey($"{connection}__{name}")
            select $"{connection}__{name} is missing"),
        new("connections name a managed identity", snapshot =>
            from settings in SettingsOf(snapshot)
            from connection in Connections
            where (string?)settings[$"{connection}__credential"] != "managedidentity"
            select $"{connection}__credential"),
        new("no connection is a connection string", snapshot => SettingsOf(snapshot).SelectMany(settings => Connections.Where(settings.ContainsKey))),
        new("telemetry is sent by identity", snapshot => SettingsOf(snapshot)
            .Where(settings => (string?)settings["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"] is not { } text || !text.Contains("Authorization=AAD", StringComparison.Ordinal))
            .Select(_ => "APPLICATIONINSIGHTS_AUTHENTICATION_STRING")),
        new("what the plan refuses is not set", snapshot => SettingsOf(snapshot)
            .SelectMany(settings => ((string[])["FUNCTIONS_WORKER_RUNTIME", "WEBSITE_RUN_FROM_PACKAGE", "FUNCTIONS_EXTENSION_VERSION"]).Where(settings.ContainsKey))),
        new("every tag of azd is there", snapshot => snapshot.Resources
            .Where(resource => resource.Type is Site or "Microsoft.Resources/resourceGroups" && resource.Text("tags.azd-env-name") is null)
            .Select(resource => resource.Id)),
    ];

    /// <summary>Returns the app settings.</summary>
    public static IEnumerable<JsonObject> SettingsOf(Snapshot snapshot) =>
        snapshot.OfType(Settings).Where(config => config.Id.EndsWith("/appsettings", StringComparison.Ordinal)).Select(config => config.At("properties")!.AsObject());
}
