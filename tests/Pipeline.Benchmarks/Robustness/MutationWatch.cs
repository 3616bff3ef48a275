using System.Globalization;

namespace Pipeline.Benchmarks.Robustness;

/// <summary>
/// Measures the processor's time of one file after the other, and ends the process where one goes on past all limits: nothing
/// else could. It is the time of the whole process, which does nothing else, so that other programs do not count.
/// </summary>
internal sealed class MutationWatch : IDisposable
{
    // A file past the limit fails; one that goes on this many times as long is taken as endless.
    private const int Endless = 6;

    private readonly MutationReport _report;
    private readonly MutationLimits _limits;
    private readonly Lock _gate = new();
    private readonly Timer _progress;
    private readonly Timer _check;
    private (int Number, byte[] Content, TimeSpan Start)? _current;

    public MutationWatch(MutationReport report, MutationLimits limits, TimeSpan progressInterval)
    {
        (_report, _limits) = (report, limits);
        _progress = new Timer(_ => WriteProgress(), null, progressInterval, progressInterval);
        _check = new Timer(_ => Check(), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
    }

    /// <summary>Starts a file.</summary>
    public void Start(int number, byte[] content)
    {
        lock (_gate)
        {
            _current = (number, content, Environment.CpuUsage.TotalTime);
        }
    }

    /// <summary>Ends the file, and returns what the processor needed for it.</summary>
    public TimeSpan Stop()
    {
        lock (_gate)
        {
            var elapsed = _current is { } current ? Environment.CpuUsage.TotalTime - current.Start : TimeSpan.Zero;
            _current = null;
            return elapsed;
        }
    }

    public void Dispose()
    {
        _progress.Dispose();
        _check.Dispose();
    }

    private void WriteProgress()
    {
        lock (_gate)
        {
            _report.WriteProgress(_current?.Number);
        }
    }

    private void Check()
    {
        lock (_gate)
        {
            if (_current is { } current && Environment.CpuUsage.TotalTime - current.Start > _limits.MaxSeconds * Endless * TimeSpan.FromSeconds(1))
            {
                _report.Keep(current.Number, current.Content, string.Create(CultureInfo.InvariantCulture, $"does not end within {_limits.MaxSeconds * Endless:0} s"));
                Environment.Exit(1);
            }
        }
    }
}
