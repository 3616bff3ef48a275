using Pipeline.Infrastructure.Tests.Bicep;

namespace Pipeline.Infrastructure.Tests.Policies;

/// <summary>What happens is logged, kept out of reach of keys, and watched.</summary>
internal static class ObservationPolicies
{
    private const string Diagnostics = "Microsoft.Insights/diagnosticSettings";
    private const string LogAlert = "Microsoft.Insights/scheduledQueryRules";
    private const string MetricAlert = "Microsoft.Insights/metricAlerts";

    private static readonly string[] Watched =
    [
        "Microsoft.Storage/storageAccounts/blobServices",
        "Microsoft.Storage/storageAccounts/queueServices",
        "Microsoft.Storage/storageAccounts/tableServices",
        "Microsoft.Web/sites",
        "Microsoft.EventGrid/systemTopics",
    ];

    private static readonly string[] Alerts =
        ["alert-collector", "alert-dead-letters", "alert-errors", "alert-failures", "alert-poison", "alert-stopped", "alert-timers", "alert-waiting"];

    public static IReadOnlyList<Policy> All { get; } =
    [
        Policy.Value("the workspace takes no key", "Microsoft.OperationalInsights/workspaces", "properties.features.disableLocalAuth", "true"),
        Policy.Value("Application Insights takes no key", "Microsoft.Insights/components", "properties.DisableLocalAuth", "true"),
        Policy.Same(
            "everything that works has diagnostics",
            snapshot => snapshot.Resources.Where(resource => Watched.Contains(resource.Type)).Select(resource => resource.Id),
            snapshot => snapshot.OfType(Diagnostics).Select(setting => setting.Id[..setting.Id.LastIndexOf("/providers/Microsoft.Insights/", StringComparison.Ordinal)])),
        new("diagnostics are on", snapshot => snapshot
            .OfType(Diagnostics)
            .Where(setting => setting.Text("properties.workspaceId") is null || IsOff(setting, "logs") || IsOff(setting, "metrics") || setting.At("properties.metrics") is null)
            .Select(setting => setting.Id)),
        new("the host and Event Grid keep logs", snapshot => snapshot
            .OfType(Diagnostics)
            .Where(setting => (setting.Id.Contains("/Microsoft.Web/", StringComparison.Ordinal) || setting.Id.Contains("/Microsoft.EventGrid/", StringComparison.Ordinal))
                && setting.At("properties.logs") is null)
            .Select(setting => setting.Id)),
        new("every alert is there", snapshot => Alerts.Except(snapshot.Resources.Where(resource => resource.Type is LogAlert or MetricAlert).Select(alert => alert.Name))),
        new("alerts are on, and say what they mean", snapshot => snapshot.Resources
            .Where(resource => resource.Type is LogAlert or MetricAlert && (resource.Text("properties.enabled") != "true" || string.IsNullOrEmpty(resource.Text("properties.description"))))
            .Select(alert => alert.Id)),
        new("alerts reach whoever is to be told", snapshot => snapshot
            .OfType("Microsoft.Insights/actionGroups")
            .SelectMany(group => snapshot.Resources
                .Where(resource => resource.Type is LogAlert or MetricAlert && resource.At("properties.actions")?.ToJsonString().Contains(group.Id, StringComparison.Ordinal) != true)
                .Select(alert => alert.Id))),
        Policy.Value("there is a workbook", "Microsoft.Insights/workbooks", "properties.displayName", "News issue pipeline"),
        new("a budget tells somebody", snapshot => snapshot
            .OfType("Microsoft.Consumption/budgets")
            .Where(budget => budget.At("properties.notifications") is not { } notifications
                || notifications.AsObject().Any(one => one.Value!["contactEmails"]!.AsArray().Count == 0))
            .Select(budget => budget.Id)),
    ];

    private static bool IsOff(Resource setting, string kind) =>
        setting.At($"properties.{kind}")?.AsArray().Any(one => one!["enabled"]?.GetValue<bool>() != true) == true;
}
