using Pipeline.Benchmarks.Reporting;
using Pipeline.Text.Parsing;
using static Pipeline.Benchmarks.Reporting.ReportTable;

namespace Pipeline.Benchmarks.Parsing;

/// <summary>How time and allocation grow with the size of a file: for each format, what a kilobyte costs at each size.</summary>
internal static class GrowthRun
{
    private const int Runs = 5;

    private static readonly int[] Sizes = [10_000, 100_000, 1_000_000, 10_000_000];

    /// <summary>Measures the formats.</summary>
    /// <param name="formats">Which; all where there are none.</param>
    /// <param name="markdownFile">Where the table goes as Markdown; null for nowhere.</param>
    public static int Run(IReadOnlyCollection<string> formats, string? markdownFile)
    {
        var parser = ArticleParser.CreateDefault();
        var table = new ReportTable("format", "text", "KB", "articles", "ms", "us a KB of text", "KB allocated a KB of text");
        var exponents = new List<GrowthExponent>();
        foreach (var (format, make) in SyntheticFiles.Formats.Where(format => formats.Count == 0 || formats.Contains(format.Key)))
        {
            var exponent = new GrowthExponent(format);
            foreach (var size in Sizes)
            {
                Add(table, exponent, parser, format, size, make(size));
            }

            exponents.Add(exponent);
        }

        table.Write(markdownFile);
        exponents.ForEach(exponent => exponent.Write());
        return 0;
    }

    private static void Add(ReportTable table, GrowthExponent exponent, ArticleParser parser, string format, int size, SourceFile file)
    {
        var items = parser.Parse(file);
        var articles = items.Count(item => item.Article is not null);
        if (articles == 0)
        {
            // What a limit keeps out has no cost worth stating.
            table.Add(format, $"{size / 1000} KB", Number(file.Content.Length / 1024.0, "0"), $"0 ({items[0].Rejection?.Reason})", "", "", "");
            return;
        }

        var measured = Measurement.Of(() => parser.Parse(file), Runs);
        exponent.Add(size, measured);
        var kilobytes = size / 1024.0;
        table.Add(
            format,
            $"{size / 1000} KB",
            Number(file.Content.Length / 1024.0, "0"),
            $"{articles}",
            Number(measured.Time.TotalMilliseconds, "0.0"),
            Number(measured.Time.TotalMicroseconds / kilobytes, "0.0"),
            Number(measured.AllocatedBytes / 1024.0 / kilobytes, "0.0"));
    }
}
