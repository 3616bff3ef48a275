namespace Pipeline.Infrastructure.Tests.Policies;

/// <summary>Storage is opened by identities, over TLS, and nothing in it is public.</summary>
internal static class StoragePolicies
{
    private const string Account = "Microsoft.Storage/storageAccounts";
    private const string Blobs = "Microsoft.Storage/storageAccounts/blobServices";
    private const string Container = "Microsoft.Storage/storageAccounts/blobServices/containers";

    public static IReadOnlyList<Policy> All { get; } =
    [
        Policy.Value("no shared key opens storage", Account, "properties.allowSharedKeyAccess", "false"),
        Policy.Value("identities are the portal's default", Account, "properties.defaultToOAuthAuthentication", "true"),
        Policy.Value("no blob can be public", Account, "properties.allowBlobPublicAccess", "false"),
        Policy.Value("no container is public", Container, "properties.publicAccess", "None"),
        Policy.Value("storage wants TLS 1.2", Account, "properties.minimumTlsVersion", "TLS1_2", "TLS1_3"),
        Policy.Value("storage wants https", Account, "properties.supportsHttpsTrafficOnly", "true"),
        Policy.Value("nothing is replicated to other tenants", Account, "properties.allowCrossTenantReplication", "false"),
        Policy.Value("nothing is copied from other tenants", Account, "properties.allowedCopyScope", "AAD"),
        Policy.Value("Event Grid passes the firewall", Account, "properties.networkAcls.bypass", "AzureServices"),
        Policy.Value("deleted blobs can be brought back", Blobs, "properties.deleteRetentionPolicy.enabled", "true"),
        Policy.Value("deleted containers can be brought back", Blobs, "properties.containerDeleteRetentionPolicy.enabled", "true"),
        new("a network's storage is reached from it alone", snapshot => snapshot
            .OfType(Account)
            .Where(account => snapshot.OfType("Microsoft.Network/privateEndpoints").Any()
                && (account.Text("properties.publicNetworkAccess"), account.Text("properties.networkAcls.defaultAction")) != ("Disabled", "Deny"))
            .Select(account => account.Id)),
        Policy.Same(
            "each service of a network's storage has an endpoint",
            snapshot => from account in snapshot.OfType(Account)
                        where account.Text("properties.publicNetworkAccess") == "Disabled"
                        from service in (string[])["blob", "queue", "table"]
                        select $"{account.Id} {service}",
            snapshot => from endpoint in snapshot.OfType("Microsoft.Network/privateEndpoints")
                        from connection in endpoint.At("properties.privateLinkServiceConnections")!.AsArray()
                        where !((string)connection!["properties"]!["privateLinkServiceId"]!).Contains("/Microsoft.Web/", StringComparison.Ordinal)
                        select $"{connection!["properties"]!["privateLinkServiceId"]} {connection["properties"]!["groupIds"]![0]}"),
        new("pages upload from the app alone, and do nothing else", snapshot => snapshot
            .OfType(Blobs)
            .SelectMany(blobs => blobs.At("properties.cors.corsRules")?.AsArray() ?? [])
            .Where(rule => rule!["allowedMethods"]!.ToJsonString() != """["PUT"]"""
                || !rule["allowedOrigins"]!.AsArray().Select(origin => (string?)origin).SequenceEqual(
                    snapshot.OfType("Microsoft.Web/sites").Select(site => $"https://{site.Name}.azurewebsites.net")))
            .Select(rule => rule!.ToJsonString())),
        new("parsed articles are never deleted by age", snapshot => snapshot
            .OfType("Microsoft.Storage/storageAccounts/managementPolicies")
            .SelectMany(policy => policy.At("properties.policy.rules")!.AsArray())
            .Where(rule => rule!["definition"]!["actions"]!["baseBlob"]!["delete"] is not null
                && rule["definition"]!["filters"]!["prefixMatch"]!.ToJsonString() != """["dead-letters/"]""")
            .Select(rule => rule!.ToJsonString())),
    ];
}
