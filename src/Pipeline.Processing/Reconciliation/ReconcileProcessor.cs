using Microsoft.Extensions.Logging;
using Pipeline.Processing.Delivery;
using Pipeline.Processing.Telemetry;
using Pipeline.Storage.Meta;

namespace Pipeline.Processing.Reconciliation;

/// <summary>
/// Compares all stores with each other, and repairs what does not fit: what an event that never came, a crash, or a storage that
/// lost writes has left. A run does a bounded part of a pass, and the next one goes on where it ended.
/// </summary>
/// <param name="store">Where it is written how far the pass is.</param>
/// <param name="sweeps">The parts of a pass, in their order.</param>
/// <param name="named">What this process knows of the pass.</param>
/// <param name="backlog">Whether new work may be added.</param>
/// <param name="options">What bounds a run.</param>
/// <param name="metrics">Told what was repaired.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
public sealed partial class ReconcileProcessor(
    IMaintenanceStore store, IEnumerable<IReconcileSweep> sweeps, NamedRows named, WorkBacklog backlog, ReconcileOptions options, PipelineMetrics metrics, TimeProvider time, ILogger<ReconcileProcessor> logger) : IDisposable
{
    private readonly IReconcileSweep[] _sweeps = [.. sweeps];
    private readonly SemaphoreSlim _one = new(1, 1);
    private ReconcileState? _written;

    /// <summary>Does the next part of a pass. It ends with the pass, with its bounds, or while so much work waits that it would stand in the way of new articles.</summary>
    /// <param name="cancellationToken">Ends the run early; what it did so far is done again by the next one.</param>
    /// <returns>How far reconciling is now.</returns>
    /// <exception cref="AggregateException">Some things could not be checked or repaired; all others were.</exception>
    public async Task<ReconcileState> ProcessAsync(CancellationToken cancellationToken)
    {
        var (state, failures) = await RunAsync(cancellationToken);
        return failures.Count == 0 ? state : throw new AggregateException($"{failures.Count} things could not be checked or repaired; the next pass looks at them again.", failures);
    }

    /// <summary>Does the next part of a pass, as <see cref="ProcessAsync"/>, and tells what could not be checked or repaired. Another one of this process waits for its end.</summary>
    /// <param name="cancellationToken">Ends the run early; what it did so far is done again by the next one.</param>
    /// <returns>How far reconciling is now, and why some things could not be checked or repaired; the next pass looks at them again.</returns>
    public async Task<(ReconcileState State, IReadOnlyList<Exception> Failures)> RunAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            return await RunNextAsync(cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private async Task<(ReconcileState State, IReadOnlyList<Exception> Failures)> RunNextAsync(CancellationToken cancellationToken)
    {
        var stored = await store.ReadReconcileAsync(cancellationToken);
        var run = new ReconcileRun(time.GetUtcNow(), options);
        var state = stored?.Value is { Pass.Ended: null } underWay ? underWay : Begin(stored?.Value.Last, run.Now);
        if (PlaceOf(stored?.Value) != PlaceOf(_written))
        {
            named.Forget(); // Another process did a part of the pass.
        }

        var before = state.Pass;
        var started = time.GetTimestamp();
        var seen = 0L;
        while (state.Pass.Ended is null && seen < options.MaxItems && time.GetElapsedTime(started) < options.MaxDuration && await backlog.ReadRoomAsync(cancellationToken) > 0)
        {
            // A sweep of another version of the app: the pass begins anew.
            var sweep = Array.Find(_sweeps, sweep => sweep.Name == state.Sweep) ?? _sweeps[0];
            var step = await sweep.CheckAsync(sweep.Name == state.Sweep ? state.Token : null, run, cancellationToken);
            seen += step.Checked;
            state = Sum(Advance(state, sweep, step), before, seen, run);

            // After each page, so that a run that is cut short is not done again from its start.
            if (!await store.TryWriteReconcileAsync(state, stored, cancellationToken))
            {
                break; // Another run is at it too.
            }

            _written = state;
            stored = await store.ReadReconcileAsync(cancellationToken);
        }

        if (state.Pass.Ended is not null)
        {
            named.Forget();
        }

        Tell(run);
        return (state, run.Failures);
    }

    private static (DateTimeOffset? Started, long? Checked, string? Sweep, string? Token) PlaceOf(ReconcileState? state) =>
        (state?.Pass.Started, state?.Pass.Checked, state?.Sweep, state?.Token);

    private void Tell(ReconcileRun run)
    {
        foreach (var (finding, count) in run.Findings)
        {
            Log.Repaired(logger, count, finding);
            metrics.Repaired(finding.ToString(), count);
        }
    }

    /// <summary>Adds to what the pass had found before the run what the run has.</summary>
    private static ReconcileState Sum(ReconcileState state, ReconcilePass before, long seen, ReconcileRun run)
    {
        var pass = state.Pass with
        {
            Checked = before.Checked + seen,
            Findings = Add(before.Findings, run.Findings.ToDictionary(found => found.Key.ToString(), found => found.Value)),
        };
        return state with { Pass = pass, Last = pass.Ended is null ? state.Last : pass };
    }

    private ReconcileState Begin(ReconcilePass? last, DateTimeOffset now) => new()
    {
        Pass = new ReconcilePass(now, Ended: null, Checked: 0, new Dictionary<string, long>()),
        Sweep = _sweeps[0].Name,
        Last = last,
    };

    private ReconcileState Advance(ReconcileState state, IReconcileSweep sweep, SweepStep step)
    {
        if (step.Next is not null)
        {
            return state with { Sweep = sweep.Name, Token = step.Next };
        }

        var next = Array.IndexOf(_sweeps, sweep) + 1;
        return next < _sweeps.Length
            ? state with { Sweep = _sweeps[next].Name, Token = null }
            : state with { Sweep = _sweeps[0].Name, Token = null, Pass = state.Pass with { Ended = time.GetUtcNow() } };
    }

    private static Dictionary<string, long> Add(IReadOnlyDictionary<string, long> left, Dictionary<string, long> right) => left
        .Concat(right)
        .GroupBy(found => found.Key, found => found.Value, StringComparer.Ordinal)
        .OrderBy(found => found.Key, StringComparer.Ordinal)
        .ToDictionary(found => found.Key, found => found.Sum(), StringComparer.Ordinal);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Reconciling repaired {Count} times: {Finding}.")]
        public static partial void Repaired(ILogger logger, long count, ReconcileFinding finding);
    }
}
