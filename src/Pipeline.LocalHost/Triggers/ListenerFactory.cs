using System.Reflection;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Pipeline.LocalHost.Configuration;
using Pipeline.LocalHost.Discovery;
using Pipeline.LocalHost.Invocation;
using Pipeline.LocalHost.Triggers.Blobs;
using Pipeline.LocalHost.Triggers.Queues;
using Pipeline.LocalHost.Triggers.Timers;

namespace Pipeline.LocalHost.Triggers;

/// <summary>Makes the listeners of functions, and with them finds what their settings lack.</summary>
/// <param name="options">The host's options.</param>
/// <param name="hostJson">The host's settings.</param>
/// <param name="configuration">The app's settings.</param>
/// <param name="executor">Runs the functions.</param>
/// <param name="wake">Is set when a function ended.</param>
/// <param name="blobParallelism">The slots that all blob functions share.</param>
/// <param name="loggers">Makes the logs.</param>
internal sealed partial class ListenerFactory(
    LocalFunctionHostOptions options,
    HostJson hostJson,
    IConfiguration configuration,
    FunctionExecutor executor,
    WakeSignal wake,
    SemaphoreSlim blobParallelism,
    ILoggerFactory loggers)
{
    private const string HostStorage = "AzureWebJobsStorage";
    private const int LongestHostId = 32;

    // Chosen: more than a second's work on an emulator.
    private const int BusyBacklogOfSlots = 8;

    private readonly Dictionary<string, StorageConnection> _connections = new(StringComparer.OrdinalIgnoreCase);
    private readonly ILogger<ListenerFactory> _logger = loggers.CreateLogger<ListenerFactory>();

    /// <summary>Makes a function's listener.</summary>
    /// <returns>The listener; null where there is nothing to listen to here.</returns>
    /// <exception cref="FunctionHostException">A setting is missing or malformed.</exception>
    public TriggerListener? Create(FunctionBinding binding)
    {
        try
        {
            return binding.Function.Trigger switch
            {
                BlobTrigger { FromEventGrid: true } => Skip(binding.Function.Name),
                BlobTrigger trigger => CreateForBlobs(binding, trigger),
                QueueTrigger trigger => new QueueTriggerListener(
                    binding,
                    Connection(trigger.Connection),
                    trigger.QueueName,
                    new QueueListenerSettings(hostJson.Queues, options.InFlightVisibility),
                    executor,
                    wake,
                    options.TimeProvider,
                    loggers.CreateLogger<QueueTriggerListener>()),
                TimerTrigger trigger => new TimerTriggerListener(
                    binding,
                    TimerSchedule.Parse(trigger.Schedule),
                    trigger.RunOnStartup,
                    executor,
                    options.TimeProvider,
                    loggers.CreateLogger<TimerTriggerListener>()),
                _ => null,
            };
        }
        catch (FunctionHostException exception)
        {
            throw new FunctionHostException($"Function {binding.Function.Name}: {exception.Message}.", exception);
        }
    }

    /// <summary>
    /// Gives the id under which receipts are kept: the platform's setting for it, else one made from the assembly's
    /// name, so that it is the same at each start.
    /// </summary>
    internal static string HostId(IConfiguration configuration, Assembly assembly)
    {
        if (configuration["AzureFunctionsWebHost:hostid"] is { Length: > 0 } configured)
        {
            return configured;
        }

        var id = new StringBuilder("local-");
        foreach (var c in assembly.GetName().Name ?? "")
        {
            id.Append(char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-');
        }

        return id.Length > LongestHostId ? id.ToString(0, LongestHostId) : id.ToString();
    }

    private BlobTriggerListener CreateForBlobs(FunctionBinding binding, BlobTrigger trigger)
    {
        var pattern = BlobPathPattern.Parse(trigger.Path);
        var receipts = new BlobReceipts(
            Connection(HostStorage).Blobs,
            HostId(configuration, options.FunctionsAssembly),
            binding.Function.Id,
            pattern.Container);
        return new BlobTriggerListener(
            binding,
            pattern,
            Connection(trigger.Connection),
            receipts,
            blobParallelism,
            new BlobListenerSettings(
                hostJson.Blobs.PoisonBlobThreshold,
                hostJson.Queues.VisibilityTimeout,
                hostJson.Queues.Base64,
                options.BlobScanInterval,
                BusyBacklog: BusyBacklogOfSlots * hostJson.Blobs.MaxDegreeOfParallelism,
                options.BlobWrites),
            executor,
            options.TimeProvider,
            loggers.CreateLogger<BlobTriggerListener>());
    }

    private StorageConnection Connection(string name)
    {
        if (!_connections.TryGetValue(name, out var connection))
        {
            _connections.Add(name, connection = StorageConnection.Resolve(configuration, name));
        }

        return connection;
    }

    private TriggerListener? Skip(string function)
    {
        LogSkipped(function);
        return null;
    }

    [LoggerMessage(1, LogLevel.Warning,
        "{Function} is skipped: its blobs come from Event Grid, which there is none of here. Set AzureWebJobs.{Function}.Disabled to true.")]
    private partial void LogSkipped(string function);
}
