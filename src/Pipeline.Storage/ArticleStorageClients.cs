using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace Pipeline.Storage;

/// <summary>
/// The three service clients of one storage connection. Its setting is a connection string, or, for identity-based
/// access, a section of the form that the Functions host reads too: <c>accountName</c>, or <c>blobServiceUri</c>,
/// <c>queueServiceUri</c> and <c>tableServiceUri</c>; with <c>credential</c> = <c>managedidentity</c> and
/// <c>clientId</c> for a user-assigned identity.
/// </summary>
public sealed class ArticleStorageClients
{
    // A queue or table call that takes this long is stuck; blobs of the longest allowed file pass in it on a slow line.
    private static readonly TimeSpan NetworkTimeout = TimeSpan.FromSeconds(30);

    private ArticleStorageClients(BlobServiceClient blobs, QueueServiceClient queues, QueueServiceClient rawQueues, TableServiceClient tables)
    {
        Blobs = blobs;
        Queues = queues;
        RawQueues = rawQueues;
        Tables = tables;
    }

    /// <summary>Gets the client of the blob service.</summary>
    public BlobServiceClient Blobs { get; }

    /// <summary>Gets the client of the queue service. It writes messages in base64, as <c>host.json</c> has it.</summary>
    public QueueServiceClient Queues { get; }

    /// <summary>Gets the client of the queue service that neither encodes nor decodes messages.</summary>
    public QueueServiceClient RawQueues { get; }

    /// <summary>Gets the client of the table service.</summary>
    public TableServiceClient Tables { get; }

    /// <summary>Makes the clients of a connection.</summary>
    /// <param name="configuration">The configuration that holds the setting.</param>
    /// <param name="name">The setting's name.</param>
    /// <exception cref="InvalidOperationException">The setting is missing or says too little; the message names what is missing.</exception>
    public static ArticleStorageClients FromConfiguration(IConfiguration configuration, string name = SettingNames.ArticleStorage)
    {
        var section = configuration.GetSection(name);
        if (!string.IsNullOrWhiteSpace(section.Value))
        {
            return FromConnectionString(section.Value);
        }

        if (!section.GetChildren().Any())
        {
            throw new InvalidOperationException(
                $"The setting '{name}' is missing: a storage connection string, or '{name}__accountName' for identity-based access.");
        }

        var credential = CreateCredential(section, name);
        return new ArticleStorageClients(
            new BlobServiceClient(ServiceUri(section, name, "blob"), credential, BlobOptions()),
            new QueueServiceClient(ServiceUri(section, name, "queue"), credential, QueueOptions(QueueMessageEncoding.Base64)),
            new QueueServiceClient(ServiceUri(section, name, "queue"), credential, QueueOptions(QueueMessageEncoding.None)),
            new TableServiceClient(ServiceUri(section, name, "table"), credential, TableOptions()));
    }

    /// <summary>Makes the clients of a connection string.</summary>
    /// <param name="connectionString">The connection string; <c>UseDevelopmentStorage=true</c> for the emulator.</param>
    /// <param name="configure">Changes the clients' options, as what sends their requests; null leaves them as they are.</param>
    /// <exception cref="FormatException">The text is not a connection string.</exception>
    public static ArticleStorageClients FromConnectionString(string connectionString, Action<ClientOptions>? configure = null) => new(
        new BlobServiceClient(connectionString, Changed(BlobOptions(), configure)),
        new QueueServiceClient(connectionString, Changed(QueueOptions(QueueMessageEncoding.Base64), configure)),
        new QueueServiceClient(connectionString, Changed(QueueOptions(QueueMessageEncoding.None), configure)),
        new TableServiceClient(connectionString, Changed(TableOptions(), configure)));

    private static TokenCredential CreateCredential(IConfigurationSection section, string name)
    {
        var clientId = section["clientId"];
        return section["credential"] switch
        {
            null or "" => new DefaultAzureCredential(),
            "managedidentity" when string.IsNullOrEmpty(clientId) => new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned),
            "managedidentity" => new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId)),
            var other => throw new InvalidOperationException($"The setting '{name}__credential' is '{other}'; 'managedidentity' is what is known."),
        };
    }

    private static Uri ServiceUri(IConfigurationSection section, string name, string service)
    {
        if (section[$"{service}ServiceUri"] is { Length: > 0 } text)
        {
            return Uri.TryCreate(text, UriKind.Absolute, out var uri)
                ? uri
                : throw new InvalidOperationException($"The setting '{name}__{service}ServiceUri' is not an address."); // Not what it is: it may be a connection string.
        }

        return section["accountName"] is { Length: > 0 } account
            ? new Uri($"https://{account}.{service}.core.windows.net")
            : throw new InvalidOperationException($"The setting '{name}__{service}ServiceUri' is missing, and '{name}__accountName' too.");
    }

    private static BlobClientOptions BlobOptions() => Configure(new BlobClientOptions());

    private static QueueClientOptions QueueOptions(QueueMessageEncoding encoding) => Configure(new QueueClientOptions { MessageEncoding = encoding });

    private static TableClientOptions TableOptions() => Configure(new TableClientOptions());

    private static T Changed<T>(T options, Action<ClientOptions>? configure)
        where T : ClientOptions
    {
        configure?.Invoke(options);
        return options;
    }

    private static T Configure<T>(T options)
        where T : ClientOptions
    {
        options.Retry.NetworkTimeout = NetworkTimeout;
        options.Diagnostics.IsLoggingContentEnabled = false;
        return options;
    }
}
