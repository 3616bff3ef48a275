using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipeline.LocalHost.Azurite;

/// <summary>A running Azurite that this process started. It ends with this process, however that ends.</summary>
internal sealed partial class AzuriteProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly TimeSpan _stopTimeout;
    private readonly BoundedOutput _output = new();
    private readonly TaskCompletionSource<AzuriteEndpoints> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<AzuriteService, int> _ports = [];
    private readonly Task _exited;

    private AzuriteProcess(Process process, TimeSpan stopTimeout)
    {
        _process = process;
        _stopTimeout = stopTimeout;
        _exited = WatchAsync();
    }

    /// <summary>Gets the id of the process.</summary>
    public int Id => _process.Id;

    /// <summary>Gets what tells of blobs as they are written.</summary>
    public BlobWrites Writes { get; } = new();

    /// <summary>Gets a task that ends when the process has ended, whoever ended it.</summary>
    public Task Exited => _exited;

    /// <summary>Starts the process; it does not answer yet.</summary>
    public static AzuriteProcess Start(NodeRuntime node, string installation, AzuriteOptions options)
    {
        string[] storage = options.DataFolder is null ? ["--inMemoryPersistence"] : ["--location", Path.GetFullPath(options.DataFolder)];
        var start = Executable.StartInfo(
            node.NodePath,
            [
                Path.Combine(installation, AzuritePackage.Runner),
                "--skipApiVersionCheck", "--disableTelemetry", "--silent",
                .. storage,
                .. Listen("blob", options.BlobPort), .. Listen("queue", options.QueuePort), .. Listen("table", options.TablePort),
            ],
            installation);

        // The user's settings of Azurite (other accounts, a SQL database) are for the user's own one.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("AZURITE_", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        return new AzuriteProcess(Process.Start(start)!, options.StopTimeout);
    }

    /// <summary>Waits until the three services answer.</summary>
    /// <exception cref="AzuriteException">The process ended, or did not answer in time.</exception>
    public async Task<AzuriteEndpoints> WaitForReadyAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        try
        {
            return await _ready.Task.WaitAsync(timeout, cancellationToken);
        }
        catch (TimeoutException ex)
        {
            throw new AzuriteException(
                AzuriteFailure.StartFailed,
                $"The storage emulator Azurite did not answer within {timeout.TotalSeconds:0} seconds.{Written()}",
                ex);
        }
    }

    /// <summary>Stops the process: it saves its data and ends; it is killed where it does not within the time it has.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before.
        }

        try
        {
            await _exited.WaitAsync(_stopTimeout);
        }
        catch (TimeoutException)
        {
            _process.Kill(entireProcessTree: true);
            await _exited;
        }

        _process.Dispose();
    }

    private static string[] Listen(string service, int port) =>
        [$"--{service}Host", AzuriteEndpoints.Address, $"--{service}Port", port.ToString(CultureInfo.InvariantCulture)];

    [GeneratedRegex(@"^Azurite (?<service>Blob|Queue|Table) service is successfully listening at http://[0-9.]+:(?<port>[0-9]+)$", RegexOptions.NonBacktracking)]
    private static partial Regex ListeningLine();

    private async Task WatchAsync()
    {
        // Off the caller's stack: the fields are not all set yet.
        await Task.Yield();
        try
        {
            await Task.WhenAll(ReadAsync(_process.StandardOutput), ReadAsync(_process.StandardError));
        }
        finally
        {
            Writes.End();
        }

        await _process.WaitForExitAsync();
        _ready.TrySetException(new AzuriteException(
            AzuriteFailure.StartFailed,
            $"The storage emulator Azurite ended while it was starting (exit code {_process.ExitCode}).{Written()}"));

        // Whoever does not wait for it to be ready does not want to hear of it.
        _ = _ready.Task.Exception;
    }

    private async Task ReadAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            if (BlobWriteLine.Read(line) is { } write)
            {
                Writes.Tell(write);
                continue;
            }

            _output.Add(line);
            if (ListeningLine().Match(line) is { Success: true } match)
            {
                Note(Enum.Parse<AzuriteService>(match.Groups["service"].ValueSpan), int.Parse(match.Groups["port"].ValueSpan, CultureInfo.InvariantCulture));
            }
        }
    }

    // Only standard output has these lines, so there is one caller at a time.
    private void Note(AzuriteService service, int port)
    {
        _ports[service] = port;
        if (_ports.Count == Enum.GetValues<AzuriteService>().Length)
        {
            var endpoints = new AzuriteEndpoints(_ports[AzuriteService.Blob], _ports[AzuriteService.Queue], _ports[AzuriteService.Table]);
            Writes.Begin(endpoints.BlobService);
            _ready.TrySetResult(endpoints);
        }
    }

    private string Written() => _output.ToString() is { Length: > 0 } lines ? $" It wrote:{lines}" : "";
}
