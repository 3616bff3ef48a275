using System.Diagnostics;
using Azure;
using Pipeline.LocalHost.Azurite;
using Pipeline.Storage;
using Pipeline.Testing.Consistency;

namespace Pipeline.Testing.Crashes;

/// <summary>What a crash run does.</summary>
/// <param name="Seed">The same seed makes the same changes; when things are killed is up to the machine.</param>
/// <param name="Files">How many files are dropped, every third of several articles; a fifth as many again are changed, a tenth deleted, and as often as every fifth file comes an article of one of several is deleted or restored by command.</param>
/// <param name="Kills">How often the pipeline is killed (SIGKILL).</param>
/// <param name="Stops">How often the storage emulator is stopped (SIGTERM, which lets it save) and started again.</param>
/// <param name="KillsStorage">Whether the emulator is killed once too: it loses what it had not saved, and the rest must converge.</param>
public sealed record CrashPlan(int Seed, int Files, int Kills, int Stops, bool KillsStorage = false);

/// <summary>How a crash run ended.</summary>
/// <param name="Changed">How long files were changed and things killed.</param>
/// <param name="Converged">How long it took from then on until everything fitted together; null where it did not in time.</param>
/// <param name="Read">What the last check read.</param>
/// <param name="Problems">What did not fit at the end.</param>
public sealed record CrashReport(TimeSpan Changed, TimeSpan? Converged, string Read, IReadOnlyList<string> Problems);

/// <summary>
/// Drops, changes and deletes files while the pipeline is killed at random moments and its storage goes away, and waits until the
/// container and all tables fit together.
/// </summary>
public sealed class CrashRun : IAsyncDisposable
{
    /// <summary>How long everything may take to fit together after the last kill.</summary>
    public static readonly TimeSpan MaxConvergence = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan CheckInterval = TimeSpan.FromSeconds(3);

    // A check reads all tables. It is to take little of the storage's time from what it waits for.
    private const int PausePerCheck = 4;

    private static readonly Dictionary<string, string> Settings = new()
    {
        ["Reconcile__Grace"] = "00:01:00",
        ["Reconcile__MaxItems"] = "100000",
        ["ReconcileSchedule"] = "*/10 * * * * *",
    };

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"crash-{Guid.NewGuid():N}");
    private readonly CrashPlan _plan;
    private readonly Random _random;
    private readonly Random _changes;
    private readonly CrashCommands _commands;
    private int _dropped;
    private AzuriteServer _azurite = null!;
    private HostProcess? _host;

    private CrashRun(CrashPlan plan)
    {
        _plan = plan;
        _random = new Random(plan.Seed);
        _changes = new Random(plan.Seed + 1);
        _commands = new CrashCommands(_changes);
    }

    /// <summary>Does it.</summary>
    /// <param name="plan">What.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static async Task<CrashReport> RunAsync(CrashPlan plan, CancellationToken cancellationToken)
    {
        await using var run = new CrashRun(plan);
        return await run.RunAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _commands.Dispose();
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        if (_azurite is not null)
        {
            await _azurite.DisposeAsync();
        }

        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private async Task<CrashReport> RunAsync(CancellationToken cancellationToken)
    {
        _azurite = await AzuriteServer.StartOrFindAsync(AzuriteOptions.Temporary with { DataFolder = _folder }, cancellationToken: cancellationToken);
        _host = await HostProcess.StartAsync(_azurite.ConnectionString, Settings, cancellationToken);
        var watch = Stopwatch.StartNew();
        var disturbances = Enumerable.Repeat(false, _plan.Kills).Concat(Enumerable.Repeat(true, _plan.Stops)).ToArray();
        _random.Shuffle(disturbances);
        for (var number = 0; number < disturbances.Length; number++)
        {
            if (number == disturbances.Length / 2)
            {
                await _commands.WaitForTargetsAsync(() => _host?.Api, [.. Enumerable.Range(0, _dropped).Where(CrashFiles.HoldsSeveral)], cancellationToken);
            }

            // Files go on changing while things are killed and come up again.
            var changes = ChangeAsync(until: _plan.Files * (number + 1) / disturbances.Length, cancellationToken);
            await Task.Delay(TimeSpan.FromMilliseconds(_random.Next(200, 3_000)), cancellationToken);
            await (disturbances[number] ? RestartStorageAsync(isKilled: false, cancellationToken) : KillHostAsync(cancellationToken));
            await changes;
        }

        if (_plan.KillsStorage)
        {
            await RestartStorageAsync(isKilled: true, cancellationToken);
        }

        var changed = watch.Elapsed;
        watch.Restart();
        var checker = new StorageChecker(Storage);
        IReadOnlyList<string> problems;
        var pause = CheckInterval;
        do
        {
            await Task.Delay(pause, cancellationToken);
            var checking = Stopwatch.GetTimestamp();
            problems = await checker.CheckAsync(cancellationToken);
            if (!_plan.KillsStorage)
            {
                problems = [.. problems, .. await _commands.CheckAsync(Storage, cancellationToken)];
            }

            var rest = PausePerCheck * Stopwatch.GetElapsedTime(checking);
            var left = MaxConvergence - watch.Elapsed;
            pause = new TimeSpan(Math.Max(CheckInterval.Ticks, Math.Min(rest.Ticks, left.Ticks)));
        }
        while (problems.Count > 0 && watch.Elapsed < MaxConvergence);

        return new CrashReport(changed, problems.Count == 0 ? watch.Elapsed : null, $"{checker.Read}; {_commands.Accepted} commands", problems);
    }

    private ArticleStorageClients Storage => ArticleStorageClients.FromConnectionString(_azurite.ConnectionString);

    /// <summary>Drops files, and changes and deletes others and articles of them, until there were so many.</summary>
    private async Task ChangeAsync(int until, CancellationToken cancellationToken)
    {
        var random = _changes;
        while (_dropped < until)
        {
            var isNew = _dropped == 0 || random.Next(13) < 10;
            var number = isNew ? _dropped++ : random.Next(_dropped);
            if (CrashFiles.AnySeveral(_dropped, random) is { } several && _host?.Api is { } api && random.Next(5) == 0)
            {
                await _commands.GiveAsync(api, several, cancellationToken);
            }

            if (!_commands.IsSettled(number))
            {
                var blob = Storage.Blobs.GetBlobContainerClient(ContainerNames.Articles).GetBlobClient(CrashFiles.NameOf(number));
                var text = !isNew && random.Next(3) == 0 ? null : BinaryData.FromString(CrashFiles.Write(number, random));
                await PersistAsync(
                    () => text is null ? blob.DeleteIfExistsAsync(cancellationToken: cancellationToken) : (Task)blob.UploadAsync(text, overwrite: true, cancellationToken),
                    cancellationToken);
            }

            await Task.Delay(random.Next(60), cancellationToken);
        }
    }

    /// <summary>Does something again and again while storage is away.</summary>
    private static async Task PersistAsync(Func<Task> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await change();
                return;
            }
            catch (Exception exception) when (exception is RequestFailedException or AggregateException && !cancellationToken.IsCancellationRequested)
            {
                await Task.Delay(200, cancellationToken);
            }
        }
    }

    private async Task KillHostAsync(CancellationToken cancellationToken)
    {
        var host = _host!;
        _host = null;
        await host.DisposeAsync();
        _host = await HostProcess.StartAsync(_azurite.ConnectionString, Settings, cancellationToken);
    }

    private async Task RestartStorageAsync(bool isKilled, CancellationToken cancellationToken)
    {
        var options = new AzuriteOptions { BlobPort = _azurite.BlobPort, QueuePort = _azurite.QueuePort, TablePort = _azurite.TablePort, DataFolder = _folder };
        if (isKilled)
        {
            using var process = Process.GetProcessById(_azurite.ProcessId!.Value);
            process.Kill();
            await _azurite.Exited.WaitAsync(cancellationToken);
        }

        await _azurite.DisposeAsync();
        _azurite = await AzuriteServer.StartOrFindAsync(options, cancellationToken: cancellationToken);
    }
}
