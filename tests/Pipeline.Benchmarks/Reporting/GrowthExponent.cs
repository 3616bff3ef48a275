using System.Globalization;

namespace Pipeline.Benchmarks.Reporting;

/// <summary>With which power of its size a piece of work grows: the slope of a line through the logarithms, by least squares.</summary>
/// <param name="of">What grows.</param>
internal sealed class GrowthExponent(string of)
{
    private readonly List<(double Size, Measurement Measured)> _points = [];

    /// <summary>Adds what one size took.</summary>
    public void Add(double size, Measurement measured) => _points.Add((size, measured));

    /// <summary>Prints the powers of time and of memory; nothing where there are less than two sizes.</summary>
    public void Write()
    {
        if (_points.Count > 1)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{of}: time grows with the power {Fit(point => point.Time.TotalSeconds):0.00}, allocation with {Fit(point => point.AllocatedBytes):0.00}."));
        }
    }

    private double Fit(Func<Measurement, double> of)
    {
        (double X, double Y)[] logs = [.. _points.Select(point => (Math.Log(point.Size), Math.Log(of(point.Measured))))];
        var (x, y) = (logs.Average(log => log.X), logs.Average(log => log.Y));
        return logs.Sum(log => (log.X - x) * (log.Y - y)) / logs.Sum(log => (log.X - x) * (log.X - x));
    }
}
