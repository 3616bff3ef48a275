using System.Diagnostics;
using System.Runtime.CompilerServices;
using Pipeline.Cli.Files;
using Pipeline.Cli.Terminal;
using Pipeline.Cli.Upload;
using Pipeline.Storage;
using Pipeline.Storage.Files;

namespace Pipeline.Cli.Run;

/// <summary>One run: bring up, drop, print, serve, stop in the opposite order.</summary>
internal sealed class RunSession(CommandTerminal terminal)
{
    private const string SamplesPrefix = "samples";
    private const string ApiPrefix = "api/";

    private readonly RunReport _report = new(terminal);
    private bool _uploadFailed;

    /// <summary>Runs until it is stopped.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(RunOptions options, CancellationToken cancellationToken)
    {
        var files = Collect(options);
        var watch = Stopwatch.StartNew();
        await using var storage = await LocalStorage.OpenAsync(options, _report, cancellationToken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            await using var host = await FunctionApp.StartAsync(storage.ConnectionString, options.Port, options.Verbose, stop.Token);
            var api = new Uri(host.Address, ApiPrefix);
            _report.Ready(storage, api, watch.Elapsed);

            var work = DropAndServeAsync(storage.ConnectionString, api, files, stop.Token);
            var ended = await Task.WhenAny(work, storage.Exited);
            if (ended != work && !cancellationToken.IsCancellationRequested)
            {
                await stop.CancelAsync();
                await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                throw new CommandException("The storage emulator ended by itself, so the pipeline stops.");
            }

            await work;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Asked to stop, which is how a run ends.
        }

        return _uploadFailed ? ExitCode.Failed : ExitCode.Ok;
    }

    private static List<NamedFile> Collect(RunOptions options)
    {
        var files = new List<NamedFile>();
        if (options.Samples)
        {
            files.AddRange(BlobNames.Assign(InputFiles.Expand([Path.Combine(AppContext.BaseDirectory, "Samples")]), SamplesPrefix));
        }

        files.AddRange(BlobNames.Assign(InputFiles.Expand(options.Drop), prefix: null));
        return files;
    }

    private async Task DropAndServeAsync(string connectionString, Uri api, List<NamedFile> files, CancellationToken cancellationToken)
    {
        try
        {
            if (files.Count > 0)
            {
                await DropAsync(connectionString, api, files, cancellationToken);
            }

            _report.Serving(api);
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        finally
        {
            _report.Stopping();
        }
    }

    private async Task DropAsync(string connectionString, Uri api, List<NamedFile> files, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = api };
        var uploader = new Uploader(NamedStorage.Open(connectionString));
        var rows = new FileStore(ArticleStorageClients.FromConnectionString(connectionString));
        var watch = Stopwatch.StartNew();
        var served = 0;
        var without = 0;
        _report.Report($"Dropping {Amounts.Files(files.Count)} into the container {ContainerNames.Articles}");
        await foreach (var outcome in new SummaryFollower(http, rows).FollowAsync(UploadAsync(uploader, files, cancellationToken), cancellationToken))
        {
            _report.Outcome(outcome);
            _ = outcome.Summary is null ? without++ : served++;
        }

        _report.Done(served, without, watch.Elapsed);
    }

    private async IAsyncEnumerable<DroppedFile> UploadAsync(
        Uploader uploader, List<NamedFile> files, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var result in uploader.UploadAsync(files, cancellationToken))
        {
            if (result.State == UploadState.Failed)
            {
                _uploadFailed = true;
                terminal.WriteError($"{result.File.File.Display} was not dropped: {result.Detail}");
            }
            else
            {
                yield return DroppedFile.Of(result);
            }
        }
    }

}
