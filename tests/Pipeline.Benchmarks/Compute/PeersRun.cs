using Pipeline.Benchmarks.Reporting;
using Pipeline.Benchmarks.Tagging;
using Pipeline.Evaluation.Summaries;
using Pipeline.Text;
using Pipeline.Text.Parsing;
using Pipeline.Text.Summarization;
using Pipeline.Text.Tagging;
using static Pipeline.Benchmarks.Reporting.ReportTable;

namespace Pipeline.Benchmarks.Compute;

/// <summary>The stages of the text code beside what one would take for them otherwise, on the same articles in one run.</summary>
internal static class PeersRun
{
    private const int Runs = 5;
    private const int Articles = 20;

    // Seconds each: the first of the articles stand for all.
    private const int ArticlesOfExpressions = 4;

    // With more terms than this many times the built-in taxonomy's, making compiled expressions did not end within minutes.
    private const int MostCompiled = 1;
    private const int ArticleBytes = 4_000;
    private const int Sentences = 3;

    /// <summary>Measures them.</summary>
    /// <param name="times">How many times as many terms as the built-in taxonomy the taggers have.</param>
    /// <param name="markdownFile">Where the table goes as Markdown; null for nowhere.</param>
    public static int Run(IReadOnlyList<int> times, string? markdownFile)
    {
        var parser = ArticleParser.CreateDefault();
        Article[] articles = [.. Enumerable.Range(0, Articles).Select(number => parser.Parse(new SourceFile("article.txt", SyntheticArticles.Make(number, ArticleBytes)))[0].Article!)];
        var table = new ReportTable("stage", "by", "us an article", "MB/s", "KB allocated an article", "time over ours");
        foreach (var size in times)
        {
            AddTagging(table, articles, size);
        }

        AddSummaries(table, articles);
        table.Write(markdownFile);
        return 0;
    }

    private static void AddTagging(ReportTable table, Article[] articles, int size)
    {
        var (taxonomy, terms) = GeneratedTaxonomy.Make(size);
        var tagger = new IssueTagger(taxonomy);
        using var lucene = new LuceneTagger(taxonomy);
        using var analysis = new LuceneAnalysis();
        var stage = $"tag, {taxonomy.Concepts.Count} issues, {terms} terms";
        var ours = Add(table, stage, "this", articles, article => tagger.Tag(article), ours: null);
        foreach (var compiled in size <= MostCompiled ? new[] { true, false } : [false])
        {
            var expressions = new RegexTagger(taxonomy, compiled);
            Add(table, stage, $"{(compiled ? "a compiled" : "an interpreted")} regular expression an issue", articles[..ArticlesOfExpressions], article => expressions.Tag(article.Text), ours);
        }

        Add(table, stage, "Lucene.NET's analysis and filter of synonyms", articles, article => lucene.Tag(article.Text), ours);
        Add(table, stage, "Lucene.NET's analysis alone", articles, article => analysis.Analyze(article.Text), ours);
    }

    private static void AddSummaries(ReportTable table, Article[] articles)
    {
        var summarizer = new ExtractiveSummarizer(new SummaryOptions());
        var (issueTagger, actorTagger) = (new IssueTagger(Taxonomy.LoadBuiltIn()), ActorTagger.CreateDefault());
        var tags = articles.ToDictionary(article => article, article => (Issues: issueTagger.Tag(article), Actors: actorTagger.Tag(article)));
        var ours = Add(table, "summarise", "this", articles, article => summarizer.Summarize(article, tags[article].Issues, tags[article].Actors), ours: null);
        Add(table, "summarise", "TextRank", articles, article => TextRank.Summarize(article.Text, Sentences), ours);
    }

    /// <summary>Adds a row.</summary>
    /// <returns>The time that an article takes.</returns>
    private static TimeSpan Add(ReportTable table, string stage, string by, Article[] articles, Action<Article> work, TimeSpan? ours)
    {
        var measured = Measurement.Of(() => Array.ForEach(articles, work), Runs);
        var time = measured.Time / articles.Length;
        table.Add(
            stage,
            by,
            Number(time.TotalMicroseconds, "0"),
            Number(articles.Sum(article => (double)article.Text.Length) / 1e6 / measured.Time.TotalSeconds, "0.0"),
            Number(measured.AllocatedBytes / 1024.0 / articles.Length, "0"),
            ours is null ? "" : Number(time / ours.Value, "0.0"));
        return time;
    }
}
