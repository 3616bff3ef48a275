using System.Globalization;
using System.Text;

namespace Pipeline.Benchmarks;

/// <summary>Articles made of the samples: each of its own first line and date, cut or repeated to one length. The same each time.</summary>
internal static class SyntheticArticles
{
    private static readonly DateOnly FirstDay = new(2024, 1, 1);

    private static readonly string[] Bodies =
    [
        .. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Samples"), "*.txt")
            .Order(StringComparer.Ordinal)
            .Select(path => File.ReadAllText(path, Encoding.UTF8))
            .Where(text => !text.Contains('\uFFFD', StringComparison.Ordinal)),
    ];

    /// <summary>Makes an article.</summary>
    /// <param name="number">Which one.</param>
    /// <param name="size">Its length in bytes, about.</param>
    public static byte[] Make(int number, int size)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Report number {number} of the day\n{FirstDay.AddDays(number % 700):yyyy-MM-dd}\n\n");
        while (text.Length < size)
        {
            text.Append(Bodies[number % Bodies.Length]).Append("\n\n");
        }

        var cut = text.ToString(0, size);
        return Encoding.UTF8.GetBytes(cut[..(cut.LastIndexOf('.') + 1)]);
    }
}
