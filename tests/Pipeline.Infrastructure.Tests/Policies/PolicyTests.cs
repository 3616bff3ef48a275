using System.Text.Json.Nodes;
using Pipeline.Infrastructure.Tests.Bicep;
using Xunit;

namespace Pipeline.Infrastructure.Tests.Policies;

/// <summary>The policies hold of every predicted deployment, and each of them sees when it is broken.</summary>
public sealed class PolicyTests
{
    private const string Account = "Microsoft.Storage/storageAccounts";
    private const string Blobs = "Microsoft.Storage/storageAccounts/blobServices";
    private const string Site = "Microsoft.Web/sites";
    private const string Settings = "Microsoft.Web/sites/config";
    private const string Role = "Microsoft.Authorization/roleAssignments";
    private const string Diagnostics = "Microsoft.Insights/diagnosticSettings";
    private const string LogAlert = "Microsoft.Insights/scheduledQueryRules";
    private const string Subscription = "Microsoft.EventGrid/systemTopics/eventSubscriptions";

    private static readonly IReadOnlyList<Policy> OfResources =
        [.. StoragePolicies.All, .. AppPolicies.All, .. RolePolicies.All, .. ObservationPolicies.All, .. SecretPolicies.All];

    private static readonly IReadOnlyList<Policy> OfEvents = [.. EventPolicies.All, .. SecretPolicies.All];

    // Case, policy, type of the resource that is broken, path, and the value in JSON that breaks it; "null" takes it away, and without a path the resource.
    public static TheoryData<string, string, string, string, string> Breaks => new()
    {
        { "development", "no shared key opens storage", Account, "properties.allowSharedKeyAccess", "true" },
        { "development", "no shared key opens storage", Account, "properties.allowSharedKeyAccess", "null" },
        { "development", "identities are the portal's default", Account, "properties.defaultToOAuthAuthentication", "false" },
        { "development", "no blob can be public", Account, "properties.allowBlobPublicAccess", "true" },
        { "development", "no container is public", "Microsoft.Storage/storageAccounts/blobServices/containers", "properties.publicAccess", "\"Blob\"" },
        { "development", "storage wants TLS 1.2", Account, "properties.minimumTlsVersion", "\"TLS1_0\"" },
        { "development", "storage wants https", Account, "properties.supportsHttpsTrafficOnly", "false" },
        { "development", "nothing is replicated to other tenants", Account, "properties.allowCrossTenantReplication", "true" },
        { "development", "nothing is copied from other tenants", Account, "properties.allowedCopyScope", "null" },
        { "development", "Event Grid passes the firewall", Account, "properties.networkAcls.bypass", "\"None\"" },
        { "development", "deleted blobs can be brought back", Blobs, "properties.deleteRetentionPolicy.enabled", "false" },
        { "development", "deleted containers can be brought back", Blobs, "properties.containerDeleteRetentionPolicy", "null" },
        { "production", "a network's storage is reached from it alone", Account, "properties.publicNetworkAccess", "\"Enabled\"" },
        { "production", "a network's storage is reached from it alone", Account, "properties.networkAcls.defaultAction", "\"Allow\"" },
        { "production", "each service of a network's storage has an endpoint", "Microsoft.Network/privateEndpoints", "", "null" },
        { "development", "pages upload from the app alone, and do nothing else", Blobs, "properties.cors.corsRules", """[{"allowedMethods":["PUT"],"allowedOrigins":["*"]}]""" },
        { "development", "pages upload from the app alone, and do nothing else", Blobs, "properties.cors.corsRules", """[{"allowedMethods":["PUT","GET"],"allowedOrigins":[]}]""" },
        { "development", "parsed articles are never deleted by age", "Microsoft.Storage/storageAccounts/managementPolicies", "properties.policy.rules", """[{"definition":{"filters":{"prefixMatch":["parsed/"]},"actions":{"baseBlob":{"delete":{}}}}}]""" },
        { "development", "the app wants https", Site, "properties.httpsOnly", "false" },
        { "development", "the app wants TLS 1.2", Site, "properties.siteConfig.minTlsVersion", "\"1.0\"" },
        { "development", "deployment wants TLS 1.2", Site, "properties.siteConfig.scmMinTlsVersion", "null" },
        { "development", "FTP is off", Site, "properties.siteConfig.ftpsState", "\"AllAllowed\"" },
        { "development", "the app has an identity of its own", Site, "identity", "null" },
        { "development", "the app runs on .NET 10", Site, "properties.functionAppConfig.runtime.version", "\"8.0\"" },
        { "development", "the app runs isolated", Site, "properties.functionAppConfig.runtime.name", "\"dotnet\"" },
        { "development", "the package is read by identity", Site, "properties.functionAppConfig.deployment.storage.authentication.type", "\"StorageAccountConnectionString\"" },
        { "development", "azd finds the app", Site, "tags.azd-service-name", "null" },
        { "development", "the plan is Flex Consumption", "Microsoft.Web/serverfarms", "sku.name", "\"Y1\"" },
        { "development", "no password deploys", "Microsoft.Web/sites/basicPublishingCredentialsPolicies", "properties.allow", "true" },
        { "development", "FTP and deployment both want no password", "Microsoft.Web/sites/basicPublishingCredentialsPolicies", "", "null" },
        { "development", "connections are complete, and by identity", Settings, "properties.AzureWebJobsStorage__queueServiceUri", "null" },
        { "development", "connections are complete, and by identity", Settings, "properties.ArticleStorage__clientId", "null" },
        { "development", "connections name a managed identity", Settings, "properties.ArticleStorage__credential", "\"\"" },
        { "development", "no connection is a connection string", Settings, "properties.AzureWebJobsStorage", "\"UseDevelopmentStorage=true\"" },
        { "development", "telemetry is sent by identity", Settings, "properties.APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "null" },
        { "development", "what the plan refuses is not set", Settings, "properties.FUNCTIONS_WORKER_RUNTIME", "\"dotnet-isolated\"" },
        { "development", "every tag of azd is there", "Microsoft.Resources/resourceGroups", "tags", "null" },
        { "development", "roles are those listed, where they are listed", Role, "properties.roleDefinitionId", "\"8e3af657-a8ff-443c-a75c-2fe8c4bcb635\"" },
        { "development", "roles are those listed, where they are listed", Role, "id", "\"/subscriptions/0/providers/Microsoft.Authorization/roleAssignments/1\"" },
        { "production", "roles are those listed, where they are listed", Role, "properties.principalId", "\"22222222-2222-2222-2222-222222222222\"" },
        { "development", "roles are those listed, where they are listed", Role, "", "null" },
        { "development", "the workspace takes no key", "Microsoft.OperationalInsights/workspaces", "properties.features.disableLocalAuth", "false" },
        { "development", "Application Insights takes no key", "Microsoft.Insights/components", "properties.DisableLocalAuth", "false" },
        { "development", "everything that works has diagnostics", Diagnostics, "", "null" },
        { "development", "diagnostics are on", Diagnostics, "properties.metrics", """[{"category":"Transaction","enabled":false}]""" },
        { "development", "diagnostics are on", Diagnostics, "properties.workspaceId", "null" },
        { "development", "the host and Event Grid keep logs", Diagnostics, "properties.logs", "null" },
        { "development", "every alert is there", LogAlert, "", "null" },
        { "development", "every alert is there", "Microsoft.Insights/metricAlerts", "", "null" },
        { "development", "alerts are on, and say what they mean", LogAlert, "properties.enabled", "false" },
        { "production", "alerts reach whoever is to be told", LogAlert, "properties.actions.actionGroups", "[]" },
        { "development", "there is a workbook", "Microsoft.Insights/workbooks", "", "null" },
        { "production", "a budget tells somebody", "Microsoft.Consumption/budgets", "properties.notifications", """{"most":{"contactEmails":[]}}""" },
        { "development", "no setting holds a secret", Settings, "properties.Leaked", "\"[listKeys('x', '2025-08-01').keys[0].value]\"" },
        { "development", "no setting holds a secret", Settings, "properties.Leaked", "\"DefaultEndpointsProtocol=https;AccountName=a;AccountKey=YWJj\"" },
        { "development", "keys are read for the webhook alone", Settings, "properties.Leaked", "\"[listKeys('x', '2025-08-01').keys[0].value]\"" },
        { "events", "only files among the articles are told of", Subscription, "properties.filter.subjectBeginsWith", "null" },
        { "events", "events are CloudEvents", Subscription, "properties.eventDeliverySchema", "\"EventGridSchema\"" },
        { "events", "undelivered events are kept", Subscription, "properties.deadLetterWithResourceIdentity", "null" },
        { "events", "undelivered events are kept by identity", Subscription, "properties.deadLetterWithResourceIdentity.identity", "null" },
        { "events", "delivery is tried for a day", Subscription, "properties.retryPolicy", "null" },
        { "events-private-api", "queues are written to by identity, for good", Subscription, "properties.deliveryWithResourceIdentity.identity", "null" },
        { "events-private-api", "queues are written to by identity, for good", Subscription, "properties.destination", """{"endpointType":"StorageQueue"}""" },
        { "events-private-api", "queues are written to by identity, for good", Subscription, "properties.deliveryWithResourceIdentity.destination.properties.queueMessageTimeToLiveInSeconds", "60" },
        { "events", "a webhook is called over TLS 1.2, event by event", Subscription, "properties.destination.properties.minimumTlsVersionAllowed", "null" },
        { "events", "new and deleted files are told of once each", Subscription, "", "null" },
        { "events", "a file is told of when it is whole", Subscription, "properties.filter.advancedFilters", "null" },
        { "events", "keys are read for the webhook alone", Subscription, "properties.labels", "[\"[listKeys('x', '2025-08-01').keys[0].value]\"]" },
    };

    public static TheoryData<string, string> Holds =>
        [.. DeploymentCase.OfResources.SelectMany(_ => OfResources, (deployment, policy) => (deployment.Name, policy.Name)),
            .. DeploymentCase.OfEvents.SelectMany(_ => OfEvents, (deployment, policy) => (deployment.Name, policy.Name))];

    [Theory]
    [MemberData(nameof(Holds))]
    public void Policy_Deployment_Holds(string deployment, string policy) =>
        Assert.Empty(Named(policy).Violations(Snapshot.Read(DeploymentCase.Named(deployment))));

    [Theory]
    [MemberData(nameof(Breaks))]
    public void Policy_BrokenDeployment_IsViolated(string deployment, string policy, string type, string path, string value)
    {
        var broken = JsonNode.Parse(File.ReadAllText(Snapshot.PathOf(DeploymentCase.Named(deployment))))!.AsObject();
        foreach (var resource in broken["predictedResources"]!.AsArray().Where(resource => (string)resource!["type"]! == type).ToList())
        {
            if (path.Length == 0)
            {
                resource!.Parent!.AsArray().Remove(resource);
            }
            else
            {
                new Resource(resource!.AsObject()).Set(path, JsonNode.Parse(value));
            }
        }

        Assert.NotEmpty(Named(policy).Violations(new Snapshot(broken)));
    }

    [Fact]
    public void NoOutputHoldsASecret_OutputWithAKey_IsViolated()
    {
        var broken = JsonNode.Parse("""{"predictedResources":[],"outputs":{"KEY":"[listKeys('x', '2025-08-01').keys[0].value]"}}""")!.AsObject();

        Assert.Equal(["KEY"], Named("no output holds a secret").Violations(new Snapshot(broken)));
    }

    [Fact]
    public void Breaks_Always_CoverEveryPolicy()
    {
        var broken = Breaks.Select(row => row.Data.Item2).Append("no output holds a secret");

        Assert.Empty(OfResources.Concat(OfEvents).Select(policy => policy.Name).Except(broken));
    }

    private static Policy Named(string name) => OfResources.Concat(OfEvents).First(policy => policy.Name == name);
}
