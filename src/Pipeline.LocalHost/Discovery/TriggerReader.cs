using Microsoft.Extensions.Configuration;
using Pipeline.LocalHost.Configuration;

namespace Pipeline.LocalHost.Discovery;

/// <summary>Reads a trigger's attribute, settings filled in.</summary>
internal static class TriggerReader
{
    private const string DefaultConnection = "AzureWebJobsStorage";

    /// <exception cref="FunctionHostException">A setting is missing, or a name is refused by the service.</exception>
    public static FunctionTrigger Read(Attribute attribute, string function, IConfiguration configuration) =>
        attribute.GetType().FullName switch
        {
            WorkerAttributes.BlobTrigger => new BlobTrigger(
                Text(attribute, "BlobPath", configuration),
                Connection(attribute, configuration),
                WorkerAttributes.ReadEnum(attribute, "Source") is "EventGrid"),
            WorkerAttributes.QueueTrigger => new QueueTrigger(
                StorageNames.Queue(Text(attribute, "QueueName", configuration)), Connection(attribute, configuration)),
            WorkerAttributes.TimerTrigger => new TimerTrigger(
                Text(attribute, "Schedule", configuration), WorkerAttributes.Read<bool>(attribute, "RunOnStartup")),
            WorkerAttributes.HttpTrigger => new HttpTrigger(
                [.. (WorkerAttributes.Read<string[]>(attribute, "Methods") ?? []).Select(m => m.ToUpperInvariant())],
                (WorkerAttributes.Read<string>(attribute, "Route") ?? function).Trim('/'),
                WorkerAttributes.ReadEnum(attribute, "AuthLevel") is not ("Anonymous" or "User")),
            var name => throw new FunctionHostException($"the trigger {name} does not run here"),
        };

    private static string Text(Attribute attribute, string property, IConfiguration configuration) =>
        SettingReferences.Resolve(WorkerAttributes.Read<string>(attribute, property) ?? "", configuration);

    private static string Connection(Attribute attribute, IConfiguration configuration) =>
        Text(attribute, "Connection", configuration) is { Length: > 0 } connection ? connection : DefaultConnection;
}
