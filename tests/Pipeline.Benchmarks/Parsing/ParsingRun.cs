using Pipeline.Benchmarks.Reporting;
using Pipeline.Text.Parsing;
using static Pipeline.Benchmarks.Reporting.ReportTable;

namespace Pipeline.Benchmarks.Parsing;

/// <summary>How fast files of each format are read on one core: synthetic ones, and those of a folder.</summary>
internal static class ParsingRun
{
    private const int Runs = 9;
    private const double Mebibyte = 1 << 20;

    public static int Run(int size, string? folder, string? markdownFile)
    {
        var parser = ArticleParser.CreateDefault();
        var table = new ReportTable("format", "files", "KB a file", "articles", "files/s", "MB/s", "KB allocated a file");
        foreach (var (format, make) in SyntheticFiles.Formats)
        {
            Add(table, parser, format, [make(size)]);
        }

        if (folder is not null)
        {
            Add(table, parser, Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))), PageFiles.Read(folder));
        }

        table.Write(markdownFile);
        return 0;
    }

    private static void Add(ReportTable table, ArticleParser parser, string name, IReadOnlyList<SourceFile> files)
    {
        var bytes = files.Sum(file => (long)file.Content.Length);
        var items = files.SelectMany(file => parser.Parse(file)).ToList();
        var articles = items.Count(item => item.Article is not null);
        var measured = Measurement.Of(
            () =>
            {
                foreach (var file in files)
                {
                    parser.Parse(file);
                }
            },
            Runs);
        table.Add(
            name,
            $"{files.Count}",
            Number(bytes / 1024.0 / files.Count, "0.0"),
            articles > 0 ? $"{articles}" : $"0 ({items[0].Rejection?.Reason})",
            Number(files.Count / measured.Time.TotalSeconds, "0.0"),
            Number(bytes / Mebibyte / measured.Time.TotalSeconds, "0.00"),
            Number(measured.AllocatedBytes / 1024.0 / files.Count, "0"));
    }
}
