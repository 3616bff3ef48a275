using System.Globalization;
using System.Runtime;
using System.Text;
using Pipeline.Benchmarks.Reporting;
using Pipeline.Evaluation.Data;
using Pipeline.Evaluation.Scoring;
using Pipeline.Text.Parsing;
using static Pipeline.Benchmarks.Reporting.ReportTable;

namespace Pipeline.Benchmarks.Parsing;

/// <summary>
/// The parser and SmartReader side by side on the same pages, page by page in turn and each first at every second page, so that
/// what else goes on hits both. What counts is processor time, of all threads of the process: a reader that shares its work among
/// them gains nothing, and other processes cost nothing but what they take of the caches. SmartReader is given the pages as decoded text, and its time holds no identification of the language; the parser's holds all it does.
/// </summary>
internal static class ExtractionSpeedRun
{
    private const double Mebibyte = 1 << 20;

    public static int Run(string folder, int rounds, string? markdownFile)
    {
        var labels = File.Exists(Path.Combine(folder, "gold.jsonl")) ? PageFolder.Open(folder, Part.Dev) : null;
        IReadOnlyList<SourceFile> files = labels is null
            ? PageFiles.Read(folder)
            : [.. labels.Pages.Select(page => new SourceFile(PageFolder.SourceName(page), labels.ReadPage(page)))];
        string[] pages = [.. files.Select(file => Encoding.UTF8.GetString(file.Content.Span))];
        var parser = ArticleParser.CreateDefault();
        var (ours, theirs) = (new TimeSpan[rounds], new TimeSpan[rounds]);
        var (ourTexts, theirTexts) = (new string[files.Count], new string[files.Count]);

        // What the collector does behind a reader's back would be charged to the other.
        var mode = GCSettings.LatencyMode;
        GCSettings.LatencyMode = GCLatencyMode.Batch;

        // Round -1 warms up.
        for (var round = -1; round < rounds; round++)
        {
            var (our, their) = (TimeSpan.Zero, TimeSpan.Zero);
            for (var i = 0; i < files.Count; i++)
            {
                var oursFirst = (i + round) % 2 == 0;
                their += oursFirst ? TimeSpan.Zero : ReadTheirs(i);
                var start = Environment.CpuUsage.TotalTime;
                ourTexts[i] = parser.Parse(files[i])[0].Article?.Text ?? string.Empty;
                our += Environment.CpuUsage.TotalTime - start;
                their += oursFirst ? ReadTheirs(i) : TimeSpan.Zero;
            }

            if (round >= 0)
            {
                (ours[round], theirs[round]) = (our, their);
            }
        }

        GCSettings.LatencyMode = mode;
        var bytes = files.Sum(file => (long)file.Content.Length);
        var table = new ReportTable("reader", "pages", "pages/s", "MB/s", "nothing read", "shingle F1", "word F1");
        Add(table, "this", ours, ourTexts, bytes, labels);
        Add(table, "SmartReader", theirs, theirTexts, bytes, labels);
        table.Write(markdownFile);
        double[] ratios = [.. theirs.Zip(ours, (their, our) => their / our).Order()];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"SmartReader's time over this parser's, round by round: {ratios[0]:0.00} to {ratios[^1]:0.00}, median {ratios[ratios.Length / 2]:0.00}."));
        return 0;

        TimeSpan ReadTheirs(int page)
        {
            var start = Environment.CpuUsage.TotalTime;
            theirTexts[page] = ReadWithSmartReader(pages[page]);
            return Environment.CpuUsage.TotalTime - start;
        }
    }

    private static string ReadWithSmartReader(string page)
    {
        try
        {
            using var reader = new SmartReader.Reader("https://example.org/", page);
            return reader.GetArticle().TextContent ?? string.Empty;
        }
        catch (Exception ex) when (ex is InvalidOperationException or ArgumentException or NullReferenceException)
        {
            return string.Empty;
        }
    }

    private static void Add(ReportTable table, string name, TimeSpan[] times, string[] texts, long bytes, PageFolder? labels)
    {
        var seconds = Measurement.Median(times).TotalSeconds;
        var score = labels is null ? null : ExtractionScore.Of([.. labels.Pages.Zip(texts, (page, text) => PageScorer.Score(page, new Prediction(page.Id, text, null, null, null)))]);
        table.Add(
            name,
            $"{texts.Length}",
            Number(texts.Length / seconds, "0.0"),
            Number(bytes / Mebibyte / seconds, "0.00"),
            $"{texts.Count(text => text.Length == 0)}",
            score?.Shingles is { } shingles ? Number(shingles.F1, "0.0000") : "-",
            score?.WordF1 is { } words ? Number(words, "0.0000") : "-");
    }
}
