using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Cli.Terminal;
using Pipeline.Processing.Telemetry;
using Pipeline.Storage;
using Pipeline.Storage.Messages;
using Spectre.Console;

namespace Pipeline.Cli.Run;

/// <summary>One line that tells a person what the running pipeline does: how many articles and how fast, what waits, what fails.</summary>
internal sealed class LiveView : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly CommandTerminal _terminal;
    private readonly IQueueMonitor _queues;
    private readonly MeterListener _listener = new();
    private long _tagged;
    private long _rejected;
    private long _failed;
    private long _retries;

    /// <summary>Initializes a new instance of the <see cref="LiveView"/> class, which counts from now on.</summary>
    /// <param name="terminal">Where it is shown.</param>
    /// <param name="services">The function app's services.</param>
    public LiveView(CommandTerminal terminal, IServiceProvider services)
    {
        _terminal = terminal;
        _queues = services.GetRequiredService<IQueueMonitor>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == PipelineTelemetry.Name && instrument is Counter<long>)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, count, tags, _) => Count(instrument.Name, count, tags));
        _listener.Start();
    }

    public void Dispose() => _listener.Dispose();

    /// <summary>Shows it until it is stopped; only waits where nobody sees it.</summary>
    public async Task ShowAsync(CancellationToken cancellationToken)
    {
        if (!_terminal.IsOutputTerminal)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        await _terminal.Console.Live(new Markup("")).AutoClear(true).StartAsync(async live =>
        {
            var (before, since) = (Interlocked.Read(ref _tagged), Stopwatch.GetTimestamp());
            while (true)
            {
                await Task.Delay(Interval, cancellationToken);
                var waiting = await DescribeWaitingAsync(cancellationToken);
                var (tagged, now) = (Interlocked.Read(ref _tagged), Stopwatch.GetTimestamp());
                var rate = (tagged - before) / Stopwatch.GetElapsedTime(since, now).TotalSeconds;
                (before, since) = (tagged, now);
                live.UpdateTarget(Markup.FromInterpolated(
                    CultureInfo.InvariantCulture,
                    $"[dim]{tagged:N0} articles tagged, {rate:N0}/s · {waiting} · {_rejected:N0} rejected, {_failed:N0} failed, {_retries:N0} retries[/]"));
            }
        });
    }

    private async Task<string> DescribeWaitingAsync(CancellationToken cancellationToken)
    {
        try
        {
            var queues = await Task.WhenAll(
                _queues.ReadAsync(QueueNames.ParseArticle, cancellationToken), _queues.ReadAsync(QueueNames.TagIssues, cancellationToken));
            return string.Create(CultureInfo.InvariantCulture, $"{queues.Sum(queue => queue.Messages):N0} messages wait");
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && exception.IsStorageFailure())
        {
            return "storage does not answer";
        }
    }

    private void Count(string name, long count, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        switch (name, State(tags))
        {
            case ("pipeline.articles", "tagged"):
                Interlocked.Add(ref _tagged, count);
                break;
            case ("pipeline.articles", "rejected"):
                Interlocked.Add(ref _rejected, count);
                break;
            case ("pipeline.articles", "failed"):
                Interlocked.Add(ref _failed, count);
                break;
            case ("pipeline.retries", _):
                Interlocked.Add(ref _retries, count);
                break;
        }
    }

    private static string? State(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var tag in tags)
        {
            if (tag.Key == "state")
            {
                return tag.Value as string;
            }
        }

        return null;
    }
}
