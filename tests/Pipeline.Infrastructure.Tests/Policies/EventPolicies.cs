namespace Pipeline.Infrastructure.Tests.Policies;

/// <summary>What tells of files: of new and deleted ones, of those alone, and kept where it cannot be delivered.</summary>
internal static class EventPolicies
{
    private const string Subscription = "Microsoft.EventGrid/systemTopics/eventSubscriptions";
    private const string Articles = "/blobServices/default/containers/articles/blobs/";

    public static IReadOnlyList<Policy> All { get; } =
    [
        Policy.Value("only files among the articles are told of", Subscription, "properties.filter.subjectBeginsWith", Articles),
        Policy.Value("events are CloudEvents", Subscription, "properties.eventDeliverySchema", "CloudEventSchemaV1_0"),
        Policy.Value("undelivered events are kept", Subscription, "properties.deadLetterWithResourceIdentity.deadLetterDestination.properties.blobContainerName", "dead-letters"),
        Policy.Value("undelivered events are kept by identity", Subscription, "properties.deadLetterWithResourceIdentity.identity.type", "SystemAssigned"),
        Policy.Value("delivery is tried for a day", Subscription, "properties.retryPolicy.eventTimeToLiveInMinutes", "1440"),
        new("queues are written to by identity, for good", snapshot => snapshot
            .OfType(Subscription)
            .Where(subscription => subscription.Text("properties.destination.endpointType") != "WebHook")
            .Where(subscription => subscription.At("properties.destination") is not null
                || subscription.Text("properties.deliveryWithResourceIdentity.identity.type") != "SystemAssigned"
                || subscription.Text("properties.deliveryWithResourceIdentity.destination.properties.queueName") != "parse-article"
                || subscription.Text("properties.deliveryWithResourceIdentity.destination.properties.queueMessageTimeToLiveInSeconds") != "-1")
            .Select(subscription => subscription.Id)),
        new("a webhook is called over TLS 1.2, event by event", snapshot => snapshot
            .OfType(Subscription)
            .Where(subscription => subscription.Text("properties.destination.endpointType") == "WebHook")
            .Where(subscription => subscription.Text("properties.destination.properties.minimumTlsVersionAllowed") != "1.2"
                || subscription.Text("properties.destination.properties.maxEventsPerBatch") != "1"
                || subscription.Text("properties.destination.properties.endpointUrl")?.Contains("https://", StringComparison.Ordinal) != true)
            .Select(subscription => subscription.Id)),
        Policy.Same(
            "new and deleted files are told of once each",
            _ => ["Microsoft.Storage.BlobCreated", "Microsoft.Storage.BlobDeleted"],
            snapshot => snapshot.OfType(Subscription).SelectMany(subscription => subscription.At("properties.filter.includedEventTypes")!.AsArray()).Select(type => type!.ToString())),
        new("a file is told of when it is whole", snapshot => snapshot
            .OfType(Subscription)
            .Where(subscription => subscription.At("properties.filter.includedEventTypes")!.ToJsonString().Contains("BlobCreated", StringComparison.Ordinal)
                && subscription.At("properties.filter.advancedFilters")?[0]?["values"]?.ToJsonString() != """["PutBlob","PutBlockList","CopyBlob","FlushWithClose"]""")
            .Select(subscription => subscription.Id)),
    ];
}
