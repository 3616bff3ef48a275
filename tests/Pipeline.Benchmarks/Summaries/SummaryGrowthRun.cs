using Pipeline.Benchmarks.Parsing;
using Pipeline.Benchmarks.Reporting;
using Pipeline.Text;
using Pipeline.Text.Sentences;
using Pipeline.Text.Summarization;
using Pipeline.Text.Tagging;
using static Pipeline.Benchmarks.Reporting.ReportTable;

namespace Pipeline.Benchmarks.Summaries;

/// <summary>How the time to summarise an article grows with its sentences. Issues and actors are given; their time is that of tagging.</summary>
internal static class SummaryGrowthRun
{
    private const int Runs = 5;
    private const int SentencesInAll = 4_000;

    // More text than any of the lengths needs.
    private const int Characters = 2_500_000;

    private static readonly int[] Lengths = [10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000];

    /// <summary>Measures articles of several lengths.</summary>
    /// <param name="markdownFile">Where the table goes as Markdown; null for nowhere.</param>
    public static int Run(string? markdownFile)
    {
        var issueTagger = new IssueTagger(Taxonomy.LoadBuiltIn());
        var actorTagger = ActorTagger.CreateDefault();
        var summarizer = new ExtractiveSummarizer(new SummaryOptions());
        var table = new ReportTable("sentences", "ms an article", "articles/s", "us a sentence", "KB allocated an article");
        var exponent = new GrowthExponent("an article's sentences");
        foreach (var length in Lengths)
        {
            var article = CreateArticle(length);
            var issues = issueTagger.Tag(article);
            var actors = actorTagger.Tag(article);
            var articles = Math.Max(1, SentencesInAll / length);
            var measured = Measurement.Of(
                () =>
                {
                    for (var i = 0; i < articles; i++)
                    {
                        summarizer.Summarize(article, issues, actors);
                    }
                },
                Runs);
            exponent.Add(length, new Measurement(measured.Time / articles, measured.AllocatedBytes / articles));
            var milliseconds = measured.Time.TotalMilliseconds / articles;
            table.Add(
                $"{length}",
                Number(milliseconds, "0.000"),
                Number(1_000 / milliseconds, "0"),
                Number(1_000 * milliseconds / length, "0.0"),
                Number(measured.AllocatedBytes / 1024.0 / articles, "0"));
        }

        table.Write(markdownFile);
        exponent.Write();
        return 0;
    }

    private static Article CreateArticle(int sentences)
    {
        var text = string.Join("\n\n", SyntheticText.Paragraphs(Characters));
        var end = SentenceSplitter.Split(text)[sentences - 1].End;
        return new Article { Format = "text", Text = text[..end], Language = "en" };
    }
}
