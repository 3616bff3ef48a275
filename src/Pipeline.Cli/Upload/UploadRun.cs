using System.Text.Json;
using Pipeline.Cli.Terminal;
using Pipeline.Text;

namespace Pipeline.Cli.Upload;

/// <summary>Uploads files and says what became of them.</summary>
internal sealed class UploadRun(Uploader uploader, CommandTerminal terminal, bool json)
{
    /// <summary>Uploads the files.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(IReadOnlyList<NamedFile> files, CancellationToken cancellationToken)
    {
        var results = await terminal.WithProgressAsync(
            $"Uploading {Amounts.Files(files.Count)}",
            files.Sum(file => file.File.Length),
            done => UploadAsync(files, done, cancellationToken));
        foreach (var failed in results.Where(result => result.State == UploadState.Failed))
        {
            terminal.WriteError($"{failed.File.File.Display} was not uploaded: {failed.Detail}");
        }

        if (!json)
        {
            await terminal.Out.WriteLineAsync(Amounts.Describe(results));
        }

        return results.TrueForAll(result => result.State != UploadState.Failed) ? ExitCode.Ok : ExitCode.Failed;
    }

    private async Task<List<UploadResult>> UploadAsync(IReadOnlyList<NamedFile> files, Action<long> done, CancellationToken cancellationToken)
    {
        var results = new List<UploadResult>(files.Count);
        await foreach (var result in uploader.UploadAsync(files, cancellationToken))
        {
            results.Add(result);
            done(result.File.File.Length);
            if (json)
            {
                await terminal.Out.WriteLineAsync(Write(result).AsMemory(), cancellationToken);
            }
            else if (!terminal.IsOutputTerminal && result.State != UploadState.Failed)
            {
                await terminal.Out.WriteLineAsync($"{result.State.ToString().ToLowerInvariant()} {result.File.BlobName}".AsMemory(), cancellationToken);
            }
        }

        return results;
    }

    private static string Write(UploadResult result) => JsonSerializer.Serialize(
        new
        {
            File = result.File.File.Display,
            Blob = result.File.BlobName,
            result.State,
            Etag = result.ETag?.ToString(),
            result.Detail,
        },
        PipelineJson.Options);
}
