namespace Pipeline.Storage;

/// <summary>Makes the containers, queues and tables that are missing.</summary>
public sealed class StorageProvisioner(ArticleStorageClients clients)
{
    private static readonly string[] Containers = [ContainerNames.Articles, ContainerNames.Parsed];
    private static readonly string[] Queues = [QueueNames.ParseArticle, QueueNames.TagIssues];
    private static readonly string[] Tables = [TableNames.Files, TableNames.Articles, TableNames.Index, TableNames.Poison];

    /// <summary>Makes what is missing. Doing it again changes nothing.</summary>
    /// <param name="cancellationToken">Ends the call early.</param>
    public Task EnsureCreatedAsync(CancellationToken cancellationToken) => Task.WhenAll(
    [
        .. Containers.Select(name => clients.Blobs.GetBlobContainerClient(name).CreateIfNotExistsAsync(cancellationToken: cancellationToken)),
        .. Queues.Select(name => clients.Queues.GetQueueClient(name).CreateIfNotExistsAsync(cancellationToken: cancellationToken)),
        .. Tables.Select(name => clients.Tables.CreateTableIfNotExistsAsync(name, cancellationToken)),
    ]);
}
