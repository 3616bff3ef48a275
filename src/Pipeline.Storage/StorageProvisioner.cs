using Pipeline.Storage.Generations;

namespace Pipeline.Storage;

/// <summary>Makes the containers, queues and tables that are missing.</summary>
public sealed class StorageProvisioner(ArticleStorageClients clients, IGenerationStore generations)
{
    private static readonly string[] Containers = [ContainerNames.Articles, ContainerNames.Parsed, ContainerNames.Config];
    private static readonly string[] Queues = [QueueNames.ParseArticle, QueueNames.TagIssues];
    private static readonly string[] Tables = [TableNames.Files, TableNames.Articles, TableNames.IndexOf(0), TableNames.StatsOf(0), TableNames.Dirty, TableNames.Poison, TableNames.Taxonomy, TableNames.Meta];

    /// <summary>Makes what is missing. Doing it again changes nothing.</summary>
    /// <param name="cancellationToken">Ends the call early.</param>
    public async Task EnsureCreatedAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(
        [
            .. Containers.Select(name => clients.Blobs.GetBlobContainerClient(name).CreateIfNotExistsAsync(cancellationToken: cancellationToken)),
            .. Queues.Select(name => clients.Queues.GetQueueClient(name).CreateIfNotExistsAsync(cancellationToken: cancellationToken)),
            .. Tables.Select(name => clients.Tables.CreateTableIfNotExistsAsync(name, cancellationToken)),
        ]);
        var present = (await generations.ReadAsync(cancellationToken))?.Value ?? new IndexGenerations();
        await Task.WhenAll(present.Present.Select(generation => generations.CreateTablesAsync(generation, cancellationToken)));
    }
}
