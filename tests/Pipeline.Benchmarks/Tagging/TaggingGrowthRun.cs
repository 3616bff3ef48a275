using System.Diagnostics;
using Pipeline.Benchmarks.Reporting;
using Pipeline.Text;
using Pipeline.Text.Parsing;
using Pipeline.Text.Tagging;
using static Pipeline.Benchmarks.Reporting.ReportTable;

namespace Pipeline.Benchmarks.Tagging;

/// <summary>How the time to tag an article grows with the number of terms, and with the length of the article.</summary>
internal static class TaggingGrowthRun
{
    private const int Runs = 5;
    private const int Articles = 200;
    private const int ArticleBytes = 4_000;

    private static readonly int[] Lengths = [1_000, 4_000, 40_000, 400_000, 5_000_000];

    /// <summary>Measures the built-in taxonomy with ever more terms beside it.</summary>
    /// <param name="times">How many times as many terms as the built-in taxonomy each has.</param>
    /// <param name="markdownFile">Where the table goes as Markdown; null for nowhere.</param>
    public static void RunTimes(IReadOnlyList<int> times, string? markdownFile) => RunTaxonomies(times.Select(GeneratedTaxonomy.Make), markdownFile);

    /// <summary>Measures taxonomies of made-up terms alone.</summary>
    /// <param name="terms">How many terms each has.</param>
    /// <param name="markdownFile">Where the table goes as Markdown; null for nowhere.</param>
    public static void RunTerms(IReadOnlyList<int> terms, string? markdownFile) => RunTaxonomies(terms.Select(GeneratedTaxonomy.MakeAlone), markdownFile);

    private static void RunTaxonomies(IEnumerable<(Taxonomy Taxonomy, int Terms)> taxonomies, string? markdownFile)
    {
        Article[] articles = [.. Enumerable.Range(0, Articles).Select(number => Parse(number, ArticleBytes))];
        var table = new ReportTable("terms", "loaded in s", "us an article", "articles/s", "MB/s", "KB allocated an article");
        var exponent = new GrowthExponent("a taxonomy's terms");
        foreach (var (taxonomy, terms) in taxonomies)
        {
            var watch = Stopwatch.StartNew();
            var tagger = new IssueTagger(taxonomy);
            var loaded = watch.Elapsed;
            exponent.Add(terms, Add(table, $"{terms}", loaded, articles, tagger));
        }

        table.Write(markdownFile);
        exponent.Write();
    }

    /// <summary>Measures articles of several lengths with the built-in taxonomy.</summary>
    /// <param name="markdownFile">Where the table goes as Markdown; null for nowhere.</param>
    public static void RunLengths(string? markdownFile)
    {
        var watch = Stopwatch.StartNew();
        var tagger = new IssueTagger(Taxonomy.LoadBuiltIn());
        var loaded = watch.Elapsed;
        var table = new ReportTable("bytes", "loaded in s", "us an article", "articles/s", "MB/s", "KB allocated an article");
        var exponent = new GrowthExponent("an article's length");
        foreach (var length in Lengths)
        {
            exponent.Add(length, Add(table, $"{length}", loaded, [.. Enumerable.Range(0, Math.Clamp(2_000_000 / length, 1, Articles)).Select(number => Parse(number, length))], tagger));
        }

        table.Write(markdownFile);
        exponent.Write();
    }

    /// <returns>What one article took.</returns>
    private static Measurement Add(ReportTable table, string name, TimeSpan loaded, Article[] articles, IssueTagger tagger)
    {
        var measured = Measurement.Of(() => Array.ForEach(articles, article => tagger.Tag(article)), Runs);
        var seconds = measured.Time.TotalSeconds;
        table.Add(
            name,
            Number(loaded.TotalSeconds, "0.00"),
            Number(measured.Time.TotalMicroseconds / articles.Length, "0"),
            Number(articles.Length / seconds, "0"),
            Number(articles.Sum(article => (double)article.Text.Length) / 1e6 / seconds, "0.0"),
            Number(measured.AllocatedBytes / 1024.0 / articles.Length, "0"));
        return new Measurement(measured.Time / articles.Length, measured.AllocatedBytes / articles.Length);
    }

    private static Article Parse(int number, int bytes) =>
        ArticleParser.CreateDefault().Parse(new SourceFile("article.txt", SyntheticArticles.Make(number, bytes)))[0].Article!;
}
