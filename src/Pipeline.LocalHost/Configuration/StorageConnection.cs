using Azure.Core;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace Pipeline.LocalHost.Configuration;

/// <summary>
/// The clients of one storage connection setting: a connection string, or identity settings (<c>{name}:accountName</c>,
/// <c>{name}:blobServiceUri</c>, <c>{name}:queueServiceUri</c>, and <c>{name}:clientId</c> for a user-assigned identity).
/// </summary>
internal sealed class StorageConnection
{
    private readonly string _name;
    private readonly Lazy<BlobServiceClient> _blobs;
    private readonly Lazy<BlobServiceClient> _functionBlobs;
    private readonly Lazy<QueueServiceClient> _queues;

    private StorageConnection(
        string name, Func<BlobClientOptions, BlobServiceClient> blobs, Func<QueueClientOptions, QueueServiceClient> queues)
    {
        _name = name;
        _blobs = new Lazy<BlobServiceClient>(() => Create(() => blobs(Quick(new BlobClientOptions()))));
        _functionBlobs = new Lazy<BlobServiceClient>(() => Create(() => blobs(new BlobClientOptions())));
        _queues = new Lazy<QueueServiceClient>(() => Create(() => queues(Quick(new QueueClientOptions()))));
    }

    /// <summary>Gets the host's own client: it gives up after a second or so, so that an outage shows.</summary>
    public BlobServiceClient Blobs => _blobs.Value;

    /// <summary>Gets the client whose blobs are given to functions: the SDK's own retries, as in the worker.</summary>
    public BlobServiceClient FunctionBlobs => _functionBlobs.Value;

    /// <summary>Gets the client of the queues, which leaves bodies as they are in the queue.</summary>
    public QueueServiceClient Queues => _queues.Value;

    /// <summary>Finds a connection under the names that the platform looks under.</summary>
    /// <param name="configuration">The settings.</param>
    /// <param name="name">As in a trigger's <c>Connection</c>.</param>
    /// <exception cref="FunctionHostException">There is no such setting.</exception>
    public static StorageConnection Resolve(IConfiguration configuration, string name)
    {
        var key = LocalSettings.Normalize(name);
        var section = new[] { "AzureWebJobs" + key, "ConnectionStrings:" + key, key }
            .Select(configuration.GetSection)
            .FirstOrDefault(candidate => candidate.Exists())
            ?? throw Missing(name);

        return section.Value is { Length: > 0 } connectionString
            ? new StorageConnection(
                name,
                options => new BlobServiceClient(connectionString, options),
                options => new QueueServiceClient(connectionString, options))
            : ByIdentity(section, name);
    }

    private static StorageConnection ByIdentity(IConfigurationSection section, string name)
    {
        if (section["accountName"] is null && section["blobServiceUri"] is null && section["queueServiceUri"] is null)
        {
            throw Missing(name);
        }

        var credential = new DefaultAzureCredential(
            new DefaultAzureCredentialOptions { ManagedIdentityClientId = section["clientId"] });
        return new StorageConnection(
            name,
            options => new BlobServiceClient(Endpoint(section, name, "blob"), credential, options),
            options => new QueueServiceClient(Endpoint(section, name, "queue"), credential, options));
    }

    private static Uri Endpoint(IConfigurationSection section, string name, string service) =>
        section[service + "ServiceUri"] is { Length: > 0 } uri ? new Uri(uri, UriKind.Absolute)
        : section["accountName"] is { Length: > 0 } account ? new Uri($"https://{account}.{service}.core.windows.net")
        : throw new FunctionHostException($"the setting {name}__{service}ServiceUri is missing");

    private static FunctionHostException Missing(string name) =>
        new($"the storage connection {name} is missing. Set {name} to a connection string "
            + $"(\"UseDevelopmentStorage=true\" for Azurite), or {name}__accountName to sign in by identity");

    // Chosen so that a storage that went away shows within about two seconds, and a hiccup does not.
    private static T Quick<T>(T options)
        where T : ClientOptions
    {
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = 3;
        options.Retry.Delay = TimeSpan.FromMilliseconds(200);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(1);
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(10);
        return options;
    }

    private T Create<T>(Func<T> create)
    {
        try
        {
            return create();
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or UriFormatException)
        {
#pragma warning disable MA0054 // The cause's message may quote the value, which may hold a key.
            throw new FunctionHostException($"the storage connection {_name} is neither a connection string nor an endpoint");
#pragma warning restore MA0054
        }
    }
}
