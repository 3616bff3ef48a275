using System.Globalization;
using Pipeline.Text.Parsing;
using Spectre.Console;

namespace Pipeline.Benchmarks.Robustness;

/// <summary>What happened to the damaged files of one format. Those that failed are kept.</summary>
/// <param name="format">The format.</param>
/// <param name="folder">Where failing files are kept.</param>
/// <param name="maxSeconds">A file that takes longer fails.</param>
/// <param name="maxMegabytes">A file for which more is allocated fails.</param>
internal sealed class MutationReport(string format, string folder, double maxSeconds, double maxMegabytes)
{
    private const double Megabyte = 1024 * 1024;

    private readonly SortedDictionary<string, int> _rejections = new(StringComparer.Ordinal);
    private int _inputs;
    private int _articles;
    private int _crashes;
    private int _overLimits;
    private TimeSpan _slowest;
    private TimeSpan _total;
    private long _mostAllocated;
    private long _peak;

    public bool HasFailed => _crashes + _overLimits > 0;

    public void Add(int number, byte[] content, IReadOnlyList<ParsedItem> items, TimeSpan elapsed, long allocated)
    {
        _inputs++;
        _total += elapsed;
        _slowest = elapsed > _slowest ? elapsed : _slowest;
        _mostAllocated = Math.Max(_mostAllocated, allocated);
        _peak = _inputs % 100 == 0 ? Math.Max(_peak, Environment.WorkingSet) : _peak;
        foreach (var item in items)
        {
            if (item.Rejection is { } rejection)
            {
                _rejections[rejection.Reason] = _rejections.GetValueOrDefault(rejection.Reason) + 1;
            }
            else
            {
                _articles++;
            }
        }

        if (elapsed.TotalSeconds > maxSeconds || allocated > maxMegabytes * Megabyte)
        {
            _overLimits++;
            Keep(number, content, $"took {elapsed.TotalSeconds:0.0} s and {allocated / Megabyte:0} MB");
        }
    }

    public void Crash(int number, byte[] content, Exception exception)
    {
        _crashes++;
        Keep(number, content, exception.ToString());
    }

    public void Write()
    {
        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = 1_000;
        }

        AnsiConsole.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{format}: {_inputs:N0} inputs, {_articles:N0} articles, {_total.TotalMilliseconds / Math.Max(1, _inputs):0.00} ms each, slowest {_slowest.TotalMilliseconds:0} ms, most allocated {_mostAllocated / Megabyte:0.0} MB, working set at most {_peak / Megabyte:0} MB, over the limits {_overLimits}, crashes {_crashes}"));
        AnsiConsole.WriteLine($"  rejected: {(_rejections.Count == 0 ? "none" : string.Join(", ", _rejections.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {pair.Value:N0}"))))}");
    }

    private void Keep(int number, byte[] content, string what)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{format}-{number}.bin"));
        File.WriteAllBytes(path, content);
        AnsiConsole.WriteLine($"{path}: {what}");
    }
}
