namespace Pipeline.LocalHost.Azurite;

/// <summary>
/// The storage emulator: one that was found running, which is left running, or one that was installed and started here,
/// which ends with <see cref="DisposeAsync"/> and at the latest with this process.
/// </summary>
public sealed class AzuriteServer : IAsyncDisposable
{
    private static readonly Task Never = new TaskCompletionSource().Task;

    private readonly AzuriteProcess? _process;
    private readonly DataFolderLease? _lease;
    private bool _disposed;

    private AzuriteServer(AzuriteEndpoints endpoints, AzuriteProcess? process = null, DataFolderLease? lease = null, string? dataFolder = null)
    {
        ConnectionString = endpoints.ConnectionString;
        BlobPort = endpoints.BlobPort;
        QueuePort = endpoints.QueuePort;
        TablePort = endpoints.TablePort;
        _process = process;
        _lease = lease;
        DataFolder = dataFolder;
    }

    /// <summary>Gets the connection string, with the emulator's public account and the three endpoints.</summary>
    public string ConnectionString { get; }

    /// <summary>Gets the port of the blob service.</summary>
    public int BlobPort { get; }

    /// <summary>Gets the port of the queue service.</summary>
    public int QueuePort { get; }

    /// <summary>Gets the port of the table service.</summary>
    public int TablePort { get; }

    /// <summary>Gets a value indicating whether it was started here; else it was found running.</summary>
    public bool Started => _process is not null;

    /// <summary>Gets the full path of the folder with the data; null where it is in memory, or where the emulator was found running.</summary>
    public string? DataFolder { get; }

    /// <summary>Gets the id of the process that was started; null where the emulator was found running.</summary>
    public int? ProcessId => _process?.Id;

    /// <summary>Gets what tells of blobs as they are written; null where the emulator was found running.</summary>
    public BlobWrites? Writes => _process?.Writes;

    /// <summary>Gets a task that ends when the process that was started has ended, also by itself; never where the emulator was found running.</summary>
    public Task Exited => _process?.Exited ?? Never;

    /// <summary>Finds the emulator on its ports, or starts it, and installs it before where that was never done.</summary>
    /// <param name="options">Where it listens and keeps its data.</param>
    /// <param name="progress">Told what takes long, a line each.</param>
    /// <param name="cancellationToken">Gives up; nothing is left running.</param>
    /// <exception cref="AzuriteException">It cannot be brought up; the message says why and what to do.</exception>
    public static async Task<AzuriteServer> StartOrFindAsync(
        AzuriteOptions options, IProgress<string>? progress = null, CancellationToken cancellationToken = default)
    {
        if (await RunningAzurite.FindAsync(options, cancellationToken) is { } found)
        {
            return new AzuriteServer(found);
        }

        var node = await NodeRuntime.FindAsync(Environment.GetEnvironmentVariable("PATH"), cancellationToken);
        var installation = await new AzuriteInstaller(options.CacheFolder).InstallAsync(node, progress, cancellationToken);
        var dataFolder = options.DataFolder is null ? null : Path.GetFullPath(options.DataFolder);
        var lease = dataFolder is null ? null : await DataFolderLease.TakeAsync(dataFolder, options.StopTimeout, cancellationToken);
        AzuriteProcess? process = null;
        try
        {
            if (options.StartEmpty)
            {
                lease?.DeleteData();
            }

            process = AzuriteProcess.Start(node, installation, options);
            lease?.NoteAzurite(process.Id);
            var endpoints = await process.WaitForReadyAsync(options.StartTimeout, cancellationToken);
            return new AzuriteServer(endpoints, process, lease, dataFolder);
        }
        catch
        {
            if (process is not null)
            {
                await process.DisposeAsync();
            }

            lease?.Dispose();
            throw;
        }
    }

    /// <summary>Stops the emulator where it was started here, with its data saved.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        _lease?.Dispose();
    }
}
