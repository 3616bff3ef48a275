using Pipeline.Storage;
using Pipeline.Testing.Consistency;

namespace Pipeline.Testing;

/// <summary>The sample articles of the command, which lie beside a program that references it.</summary>
public static class SampleArticles
{
    private static readonly TimeSpan CheckInterval = TimeSpan.FromMilliseconds(500);

    /// <summary>Drops them, under the names that <c>pipeline run --samples</c> gives them, and waits until all are tagged and counted, and nothing else is under way.</summary>
    /// <param name="storage">The storage, which a running pipeline has for itself.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task DropAsync(ArticleStorageClients storage, CancellationToken cancellationToken)
    {
        var container = storage.Blobs.GetBlobContainerClient(ContainerNames.Articles);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Samples")).Order(StringComparer.Ordinal))
        {
            await container.GetBlobClient($"samples/{Path.GetFileName(file)}").UploadAsync(file, overwrite: true, cancellationToken);
        }

        var checker = new StorageChecker(storage);
        while ((await checker.CheckAsync(cancellationToken)).Count > 0)
        {
            await Task.Delay(CheckInterval, cancellationToken);
        }
    }
}
