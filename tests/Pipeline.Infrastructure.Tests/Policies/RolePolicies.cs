using Pipeline.Infrastructure.Tests.Bicep;

namespace Pipeline.Infrastructure.Tests.Policies;

/// <summary>Who may do what: these roles on these things, and no other. Ids: https://learn.microsoft.com/azure/role-based-access-control/built-in-roles.</summary>
internal static class RolePolicies
{
    private const string BlobDataOwner = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b";
    private const string BlobDataContributor = "ba92f5b4-2d11-453d-a403-e96b0029c9fe";
    private const string QueueDataContributor = "974c5e8b-45b9-4653-ba55-5f855dd0fb88";
    private const string QueueDataMessageSender = "c6a89b2d-59bc-44d0-9896-0f6e12d7b80a";
    private const string TableDataContributor = "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3";
    private const string MonitoringMetricsPublisher = "3913510d-42f4-4e42-8a64-420c390055eb";

    public static IReadOnlyList<Policy> All { get; } =
    [
        Policy.Same("roles are those listed, where they are listed", snapshot => Expected(snapshot), snapshot => snapshot
            .OfType("Microsoft.Authorization/roleAssignments")
            .Select(role => $"{Principal(role)} {role.Text("properties.roleDefinitionId")!.Split('/')[^1]} {Scope(role)}")),
    ];

    private static IEnumerable<string> Expected(Snapshot snapshot)
    {
        var host = snapshot.OfType("Microsoft.Storage/storageAccounts").Single(account => account.Name.StartsWith("sthost", StringComparison.Ordinal)).Id;
        var articles = snapshot.OfType("Microsoft.Storage/storageAccounts").Single(account => account.Name.StartsWith("starticles", StringComparison.Ordinal)).Id;
        var insights = snapshot.OfType("Microsoft.Insights/components").Single().Id;
        yield return $"app {BlobDataOwner} {host}";
        yield return $"app {QueueDataContributor} {host}";
        yield return $"app {TableDataContributor} {host}";
        yield return $"app {BlobDataOwner} {articles}";
        yield return $"app {QueueDataContributor} {articles}";
        yield return $"app {TableDataContributor} {articles}";
        yield return $"app {MonitoringMetricsPublisher} {insights}";
        yield return $"events {QueueDataMessageSender} {articles}/queueServices/default/queues/parse-article";
        yield return $"events {BlobDataContributor} {articles}/blobServices/default/containers/dead-letters";
        if (snapshot.OfType("Microsoft.Consumption/budgets").Any())
        {
            // The production cases, which name who uploads.
            yield return $"{DeploymentCase.Uploader} {BlobDataContributor} {articles}/blobServices/default/containers/articles";
        }
    }

    private static string Scope(Resource role) => role.Id[..role.Id.IndexOf("/providers/Microsoft.Authorization/", StringComparison.Ordinal)];

    // Identities are known after the deployment only: the snapshot has the expression that reads them from a module.
    private static string Principal(Resource role) => role.Text("properties.principalId")! switch
    {
        var text when text.Contains("format('identity-{0}'", StringComparison.Ordinal) => "app",
        var text when text.Contains("format('events-{0}'", StringComparison.Ordinal) => "events",
        var text => text,
    };
}
