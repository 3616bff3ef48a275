using System.Globalization;
using System.Text;
using Pipeline.Text.Sentences;

namespace Pipeline.Benchmarks;

/// <summary>
/// Articles made of the sentences of the samples: each has some of one sample's, then of the next one's, until it is long enough, and a first line and a date of its
/// own. No two are reprints of each other. The same each time.
/// </summary>
internal static class SyntheticArticles
{
    private const double Kept = 0.6;

    private static readonly DateOnly FirstDay = new(2024, 1, 1);

    private static readonly string[][] Bodies =
    [
        .. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Samples"), "*.txt")
            .Order(StringComparer.Ordinal)
            .Select(path => File.ReadAllText(path, Encoding.UTF8))
            .Where(text => !text.Contains('\uFFFD', StringComparison.Ordinal))
            .Select(Sentences),
    ];

    /// <summary>Makes an article.</summary>
    /// <param name="number">Which one.</param>
    /// <param name="size">Its length in bytes, about.</param>
    public static byte[] Make(int number, int size)
    {
        var random = new Random(number);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Report number {number} of the day\n{FirstDay.AddDays(number % 700):yyyy-MM-dd}\n");
        for (var body = number; text.Length < size; body++)
        {
            foreach (var sentence in Bodies[body % Bodies.Length].Where(_ => random.NextDouble() < Kept))
            {
                text.Append('\n').Append(sentence).Append('\n');
            }
        }

        var cut = text.ToString(0, size);
        return Encoding.UTF8.GetBytes(cut[..(cut.LastIndexOf('.') + 1)]);
    }

    /// <summary>Makes articles, a file each.</summary>
    /// <param name="folder">Where they go.</param>
    /// <param name="count">How many.</param>
    /// <param name="size">The length of each in bytes, about.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static async Task WriteAsync(string folder, int count, int size, CancellationToken cancellationToken)
    {
        for (var number = 0; number < count; number++)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{number:D6}.txt")), Make(number, size), cancellationToken);
        }
    }

    private static string[] Sentences(string text) => [.. SentenceSplitter.Split(text).Select(span => text.Substring(span.Start, span.Length).ReplaceLineEndings(" "))];
}
