using System.Diagnostics;
using System.Text;
using Pipeline.Evaluation.Data;
using Pipeline.Evaluation.Scoring;
using Pipeline.Text.Parsing;
using static Pipeline.Benchmarks.Parsing.ReportTable;

namespace Pipeline.Benchmarks.Parsing;

/// <summary>
/// The parser and SmartReader side by side on the same pages, on one thread, page by page in turn, so that what else goes on hits both.
/// SmartReader is given the pages as decoded text, and its time holds no identification of the language; the parser's holds all it does.
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

        // Round -1 warms up.
        for (var round = -1; round < rounds; round++)
        {
            TimeSpan our = default, their = default;
            for (var i = 0; i < files.Count; i++)
            {
                var start = Stopwatch.GetTimestamp();
                ourTexts[i] = parser.Parse(files[i])[0].Article?.Text ?? string.Empty;
                var middle = Stopwatch.GetTimestamp();
                theirTexts[i] = ReadWithSmartReader(pages[i]);
                our += Stopwatch.GetElapsedTime(start, middle);
                their += Stopwatch.GetElapsedTime(middle);
            }

            if (round >= 0)
            {
                (ours[round], theirs[round]) = (our, their);
            }
        }

        var bytes = files.Sum(file => (long)file.Content.Length);
        var table = new ReportTable("reader", "pages", "pages/s", "MB/s", "nothing read", "shingle F1", "word F1");
        Add(table, "this", ours, ourTexts, bytes, labels);
        Add(table, "SmartReader", theirs, theirTexts, bytes, labels);
        table.Write(markdownFile);
        return 0;
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
