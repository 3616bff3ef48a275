using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Threading.Channels;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Pipeline.Storage;

namespace Pipeline.Cli.Upload;

/// <summary>Puts files into the container of the articles, several at once.</summary>
internal sealed class Uploader(BlobServiceClient service)
{
    // Chosen on the emulator, where more give no gain; on Azure each is a round trip's wait.
    private const int Parallelism = 16;

    private readonly BlobContainerClient _container = service.GetBlobContainerClient(ContainerNames.Articles);

    /// <summary>Uploads the files that are not there with the same bytes. The container is made when missing.</summary>
    /// <param name="files">The files.</param>
    /// <param name="cancellationToken">Ends it early; what was sent stays.</param>
    /// <returns>What became of each, as it is known.</returns>
    /// <exception cref="CommandException">The storage does not answer or does not let in.</exception>
    public async IAsyncEnumerable<UploadResult> UploadAsync(
        IReadOnlyList<NamedFile> files, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await NamedStorage.EnsureContainerAsync(service, cancellationToken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var results = Channel.CreateUnbounded<UploadResult>(new UnboundedChannelOptions { SingleReader = true });
        var work = UploadAllAsync(files, results.Writer, stop.Token);
        try
        {
            await foreach (var result in results.Reader.ReadAllAsync(cancellationToken))
            {
                yield return result;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await work;
    }

    private async Task UploadAllAsync(IReadOnlyList<NamedFile> files, ChannelWriter<UploadResult> results, CancellationToken cancellationToken)
    {
        try
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken };
            await Parallel.ForEachAsync(
                files,
                options,
                async (file, token) => results.TryWrite(await UploadOneAsync(file, token)));
        }
        finally
        {
            results.Complete();
        }
    }

    private async Task<UploadResult> UploadOneAsync(NamedFile file, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = File.OpenRead(file.File.Path);
#pragma warning disable CA5351 // Content-MD5 is what the service keeps of a blob. It tells versions apart; nothing is secured by it.
            var hash = await MD5.HashDataAsync(content, cancellationToken);
#pragma warning restore CA5351
            var blob = _container.GetBlobClient(file.BlobName);
            if (await ReadPropertiesAsync(blob, cancellationToken) is { } there
                && there.ContentLength == content.Length
                && hash.AsSpan().SequenceEqual(there.ContentHash))
            {
                return new UploadResult(file, UploadState.Unchanged, there.ETag);
            }

            content.Position = 0;
            var sent = await blob.UploadAsync(
                content,
                new BlobUploadOptions
                {
                    HttpHeaders = new BlobHttpHeaders { ContentType = ContentTypes.Of(file.BlobName), ContentHash = hash },
                    TransferOptions = new StorageTransferOptions { MaximumConcurrency = 2 },
                },
                cancellationToken);
            return new UploadResult(file, UploadState.Uploaded, sent.Value.ETag);
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            return new UploadResult(file, UploadState.Failed, null, ex.Message);
        }
        catch (RequestFailedException ex) when (ex.Status is >= 400 and not (401 or 403))
        {
            return new UploadResult(file, UploadState.Failed, null, NamedStorage.FirstLine(ex.Message));
        }
        catch (Exception ex) when (!cancellationToken.IsCancellationRequested && NamedStorage.CanExplain(ex))
        {
            throw NamedStorage.Explain(service, ex);
        }
    }

    private static async Task<BlobProperties?> ReadPropertiesAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            return await blob.GetPropertiesAsync(cancellationToken: cancellationToken);
        }
        catch (RequestFailedException ex) when (ex.Status == 404)
        {
            return null;
        }
    }
}
