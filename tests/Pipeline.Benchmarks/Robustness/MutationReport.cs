using System.Globalization;
using Pipeline.Text.Parsing;
using Spectre.Console;

namespace Pipeline.Benchmarks.Robustness;

/// <summary>What happened to the damaged files of one format. Those that failed are kept, in the folder <c>mutations</c> of the current one.</summary>
/// <param name="format">The format.</param>
/// <param name="limits">What one file may cost.</param>
internal sealed class MutationReport(string format, MutationLimits limits)
{
    private readonly SortedDictionary<string, int> _rejections = new(StringComparer.Ordinal);
    private int _inputs;
    private int _articles;
    private int _crashes;
    private int _overLimits;
    private (TimeSpan Time, int Number) _slowest;
    private (long Bytes, int Number) _largest;
    private TimeSpan _total;
    private long _peak;

    public bool HasFailed => _crashes + _overLimits > 0;

    public void Add(int number, byte[] content, IReadOnlyList<ParsedItem> items, TimeSpan processor, long allocated)
    {
        _inputs++;
        _total += processor;
        _slowest = processor > _slowest.Time ? (processor, number) : _slowest;
        _largest = allocated > _largest.Bytes ? (allocated, number) : _largest;
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

        if (!limits.Hold(processor, allocated))
        {
            _overLimits++;
            Keep(number, content, string.Create(CultureInfo.InvariantCulture, $"took {processor.TotalSeconds:0.0} s and {allocated / MutationLimits.Mebibyte:0} MB"));
        }
    }

    public void Crash(int number, byte[] content, Exception exception)
    {
        _inputs++;
        _crashes++;
        Keep(number, content, exception.ToString());
    }

    /// <summary>Keeps a file that failed.</summary>
    public void Keep(int number, byte[] content, string what)
    {
        var path = Path.Combine(Directory.CreateDirectory("mutations").FullName, string.Create(CultureInfo.InvariantCulture, $"{format}-{number}.bin"));
        File.WriteAllBytes(path, content);
        AnsiConsole.WriteLine($"{path}: {what}");
    }

    /// <summary>Writes how far the run is; may be called from another thread, and then tells about how far.</summary>
    /// <param name="number">The file that is read now.</param>
    public void WriteProgress(int? number) => AnsiConsole.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{format}: {_inputs:N0} files, now {number}, {_total.TotalMilliseconds / Math.Max(1, _inputs):0.00} ms each, over the limits {_overLimits}, crashes {_crashes}"));

    /// <summary>Writes the result.</summary>
    public void Write()
    {
        AnsiConsole.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{format}: {_inputs:N0} files, {_articles:N0} articles, {_total.TotalMilliseconds / Math.Max(1, _inputs):0.00} ms of the processor each, slowest {_slowest.Time.TotalMilliseconds:0} ms (file {_slowest.Number}), most allocated {_largest.Bytes / MutationLimits.Mebibyte:0.0} MB (file {_largest.Number}), working set at most {_peak / MutationLimits.Mebibyte:0} MB, over the limits {_overLimits}, crashes {_crashes}"));
        AnsiConsole.WriteLine($"  rejected: {(_rejections.Count == 0 ? "none" : string.Join(", ", _rejections.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {pair.Value:N0}"))))}");
    }
}
