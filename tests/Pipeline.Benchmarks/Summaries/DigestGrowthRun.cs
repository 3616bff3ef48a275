using System.Globalization;
using System.Text;
using Pipeline.Benchmarks.Reporting;
using Pipeline.Text.Sentences;
using Pipeline.Text.Summarization;
using Pipeline.Text.Summarization.Digests;
using static Pipeline.Benchmarks.Reporting.ReportTable;

namespace Pipeline.Benchmarks.Summaries;

/// <summary>How the time and the memory of a digest grow with its articles. One in ten articles is a reprint of another.</summary>
internal static class DigestGrowthRun
{
    private const int Runs = 3;
    private const int ArticleBytes = 3_000;
    private const int Candidates = 10;
    private const int ReprintOneIn = 10;

    // Every so many words of a sentence one is the article's own, so that articles on one subject are no reprints.
    private const int OwnWordOneIn = 4;

    private static readonly int[] Counts = [10, 100, 1_000, 10_000];
    private static readonly DateOnly FirstDay = new(2024, 1, 1);

    /// <summary>Measures digests of several numbers of articles.</summary>
    /// <param name="markdownFile">Where the table goes as Markdown; null for nowhere.</param>
    public static int Run(string? markdownFile)
    {
        var digester = new Digester();
        var table = new ReportTable("articles", "ms a digest", "us an article", "MB allocated", "KB an article", "stories", "duplicates");
        var exponent = new GrowthExponent("a digest's articles");
        foreach (var count in Counts)
        {
            DigestArticle[] articles = [.. Enumerable.Range(0, count).Select(Create)];
            Digest? digest = null;
            var measured = Measurement.Of(() => digest = digester.Create(articles, new SummaryLength(7)), Runs);
            exponent.Add(count, measured);
            table.Add(
                $"{count}",
                Number(measured.Time.TotalMilliseconds, "0"),
                Number(measured.Time.TotalMicroseconds / count, "0"),
                Number(measured.AllocatedBytes / 1e6, "0"),
                Number(measured.AllocatedBytes / 1024.0 / count, "0"),
                $"{digest!.Stories}",
                $"{digest.Duplicates}");
        }

        table.Write(markdownFile);
        exponent.Write();
        return 0;
    }

    private static DigestArticle Create(int number)
    {
        var own = number % ReprintOneIn == ReprintOneIn - 1 ? number - 1 : number;
        var text = Encoding.UTF8.GetString(SyntheticArticles.Make(own, ArticleBytes));
        return new DigestArticle
        {
            Id = number.ToString("D6", CultureInfo.InvariantCulture),
            Source = $"Source {number % 40}",
            Date = FirstDay.AddDays(number % 30),
            Candidates =
            [
                .. SentenceSplitter.Split(text).Take(Candidates)
                    .Select((span, i) => new DigestCandidate(Vary(text.Substring(span.Start, span.Length), own), span.Start, span.Length, 1 - (i / (2.0 * Candidates)))),
            ],
        };
    }

    private static string Vary(string sentence, int article)
    {
        var words = sentence.Split(' ');
        for (var i = article % OwnWordOneIn; i < words.Length; i += OwnWordOneIn)
        {
            words[i] = string.Create(CultureInfo.InvariantCulture, $"word{(article * 31L) + i}");
        }

        return string.Join(' ', words);
    }
}
