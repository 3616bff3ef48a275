using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Cli.Terminal;
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
    private readonly LiveFigures _figures = new();

    /// <summary>Initializes a new instance of the <see cref="LiveView"/> class, which counts from now on.</summary>
    /// <param name="terminal">Where it is shown.</param>
    /// <param name="services">The function app's services.</param>
    public LiveView(CommandTerminal terminal, IServiceProvider services)
    {
        _terminal = terminal;
        _queues = services.GetRequiredService<IQueueMonitor>();
    }

    public void Dispose() => _figures.Dispose();

    /// <summary>Shows it until it is stopped; only waits where nobody sees it.</summary>
    public async Task ShowAsync(CancellationToken cancellationToken)
    {
        if (!_terminal.IsOutputTerminal)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        await _terminal.Console.Live(new Markup("")).AutoClear(true).StartAsync(async live =>
        {
            var (before, since) = (_figures.Tagged, Stopwatch.GetTimestamp());
            while (true)
            {
                await Task.Delay(Interval, cancellationToken);
                var waiting = await DescribeWaitingAsync(cancellationToken);
                var (tagged, now) = (_figures.Tagged, Stopwatch.GetTimestamp());
                var rate = (tagged - before) / Stopwatch.GetElapsedTime(since, now).TotalSeconds;
                (before, since) = (tagged, now);
                live.UpdateTarget(Markup.FromInterpolated(
                    CultureInfo.InvariantCulture,
                    $"[dim]{tagged:N0} articles tagged, {rate:N0}/s · {waiting} · {_figures.Rejected:N0} rejected, {_figures.Failed:N0} failed, {_figures.Retries:N0} retries[/]"));
            }
        });
    }

    private async Task<string> DescribeWaitingAsync(CancellationToken cancellationToken)
    {
        try
        {
            var queues = await Task.WhenAll(
                _queues.ReadAsync(QueueNames.ParseArticle, cancellationToken), _queues.ReadAsync(QueueNames.TagIssues, cancellationToken));
            var (files, articles) = (queues[0].Messages, queues[1].Messages);

            // Files that were dropped come without a message; only those that are read again have one.
            return string.Create(CultureInfo.InvariantCulture, $"{articles:N0} articles wait{(files > 0 ? $", {files:N0} files to be read again" : "")}");
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && exception.IsStorageFailure())
        {
            return "storage does not answer";
        }
    }
}
