using Pipeline.Cli.Upload;
using Pipeline.LocalHost;
using Pipeline.LocalHost.Azurite;

namespace Pipeline.Cli.Run;

/// <summary>The storage of a run: the emulator, found or started, or an account that was named.</summary>
internal sealed class LocalStorage : IAsyncDisposable
{
    private const string RunLockFile = ".pipeline-run.lock";

    private readonly AzuriteServer? _azurite;
    private readonly ExclusiveFile? _runLock;

    private LocalStorage(string connectionString, string description, AzuriteServer? azurite = null, ExclusiveFile? runLock = null)
    {
        ConnectionString = connectionString;
        Description = description;
        _azurite = azurite;
        _runLock = runLock;
    }

    /// <summary>Gets the connection string.</summary>
    public string ConnectionString { get; }

    /// <summary>Gets what it is, for the user.</summary>
    public string Description { get; }

    /// <summary>Gets the folder with the data; null where it is not this run's.</summary>
    public string? DataFolder => _azurite?.DataFolder;

    /// <summary>Gets what tells of blobs as they are written; null where the storage is not this run's.</summary>
    public BlobWrites? Writes => _azurite?.Writes;

    /// <summary>Gets a task that ends when the emulator of this run ends.</summary>
    public Task Exited => _azurite?.Exited ?? Task.Delay(Timeout.Infinite);

    /// <summary>Brings the storage up.</summary>
    /// <exception cref="CommandException">Another run has it, or the options contradict what is there.</exception>
    /// <exception cref="AzuriteException">The emulator cannot be brought up.</exception>
    public static async Task<LocalStorage> OpenAsync(RunOptions options, IProgress<string> progress, CancellationToken cancellationToken)
    {
        if (options.Storage is { } connection)
        {
            if (connection.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            {
                throw new CommandException("--storage takes a connection string: the pipeline here uses blobs, queues and tables, which have an address each.");
            }

            await NamedStorage.EnsureContainerAsync(NamedStorage.Open(connection), cancellationToken);
            return new LocalStorage(connection, "the account of --storage");
        }

        var folder = Path.GetFullPath(options.Data ?? RunOptions.DefaultDataFolder);
        var runLock = TakeRunLock(folder);
        AzuriteServer? azurite = null;
        try
        {
            azurite = await AzuriteServer.StartOrFindAsync(Describe(options, folder), progress, cancellationToken);
            if (!azurite.Started && (options.Fresh || options.Data is not null))
            {
                throw new CommandException(
                    $"A storage emulator runs on port {azurite.BlobPort} already, with its own data, so {(options.Fresh ? "--fresh" : "--data")} " +
                    "cannot be had. Stop that one, or choose other ports with --azurite-port.");
            }

            var what = azurite.Started
                ? $"Azurite on ports {azurite.BlobPort}, {azurite.QueuePort} and {azurite.TablePort}"
                : $"the Azurite that runs on ports {azurite.BlobPort}, {azurite.QueuePort} and {azurite.TablePort}";
            return new LocalStorage(azurite.ConnectionString, what, azurite, runLock);
        }
        catch
        {
            if (azurite is not null)
            {
                await azurite.DisposeAsync();
            }

            runLock.Dispose();
            throw;
        }
    }

    /// <summary>Lets the page of this run upload files. Of an account of somebody's own, nothing is changed.</summary>
    /// <param name="page">The address of the page.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    public Task LetPagesUploadAsync(Uri page, CancellationToken cancellationToken) =>
        _azurite is null ? Task.CompletedTask : BrowserAccess.AllowAsync(ConnectionString, page, cancellationToken);

    /// <summary>Stops the emulator where this run started it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_azurite is not null)
        {
            await _azurite.DisposeAsync();
        }

        _runLock?.Dispose();
    }

    private static AzuriteOptions Describe(RunOptions options, string folder)
    {
        var first = options.AzuritePort;
        return new AzuriteOptions
        {
            BlobPort = first,
            QueuePort = first == 0 ? 0 : first + 1,
            TablePort = first == 0 ? 0 : first + 2,
            DataFolder = folder,
            StartEmpty = options.Fresh,
        };
    }

    private static ExclusiveFile TakeRunLock(string folder)
    {
        try
        {
            return ExclusiveFile.TryTake(Path.Combine(folder, RunLockFile)) ?? throw new CommandException(
                $"A pipeline runs already on the data in {folder}. Drop files into it with `pipeline upload`, or stop it with Ctrl-C. " +
                "A second one beside it needs its own --data, --azurite-port and --port.");
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"The data folder {folder} cannot be used: {ex.Message}", ex);
        }
    }
}
