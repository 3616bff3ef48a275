using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Cli.Files;
using Pipeline.Cli.Terminal;
using Pipeline.Cli.Upload;
using Pipeline.Storage;
using Pipeline.Storage.Files;
using Pipeline.Text.Parsing;

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
            await using var host = await FunctionApp.StartAsync(storage, options.Port, options.Verbose, stop.Token);
            var api = new Uri(host.Address, ApiPrefix);
            await storage.LetPagesUploadAsync(host.Address, stop.Token);
            _report.Ready(storage, api, watch.Elapsed);

            using var live = new LiveView(terminal, host.Services);
            var parserVersion = host.Services.GetRequiredService<ArticleParser>().Version;
            var work = DropAndServeAsync(new DropTarget(storage.ConnectionString, api, parserVersion), files, live, stop.Token);
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

    private async Task DropAndServeAsync(DropTarget target, List<NamedFile> files, LiveView live, CancellationToken cancellationToken)
    {
        try
        {
            if (files.Count > 0)
            {
                await DropAsync(target, files, cancellationToken);
            }

            _report.Serving(target.Api);
            await live.ShowAsync(cancellationToken);
        }
        finally
        {
            _report.Stopping();
        }
    }

    private async Task DropAsync(DropTarget target, List<NamedFile> files, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = target.Api };
        var uploader = new Uploader(NamedStorage.Open(target.ConnectionString));
        var rows = new FileStore(ArticleStorageClients.FromConnectionString(target.ConnectionString));
        var watch = Stopwatch.StartNew();
        var served = 0;
        var without = 0;
        _report.Report($"Dropping {Amounts.Files(files.Count)} into the container {ContainerNames.Articles}");
        await foreach (var outcome in new SummaryFollower(http, rows).FollowAsync(UploadAsync(uploader, files, target.ParserVersion, cancellationToken), cancellationToken))
        {
            _report.Outcome(outcome);
            _ = outcome.Summary is null ? without++ : served++;
        }

        _report.Done(served, without, watch.Elapsed);
    }

    private async IAsyncEnumerable<DroppedFile> UploadAsync(
        Uploader uploader, List<NamedFile> files, string parserVersion, [EnumeratorCancellation] CancellationToken cancellationToken)
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
                yield return DroppedFile.Of(result, parserVersion);
            }
        }
    }
    /// <summary>Where files are dropped, and who reads them.</summary>
    /// <param name="ConnectionString">The storage.</param>
    /// <param name="Api">The address of the API.</param>
    /// <param name="ParserVersion">The version of the parser.</param>
    private sealed record DropTarget(string ConnectionString, Uri Api, string ParserVersion);
}
