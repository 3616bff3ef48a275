using System.Globalization;
using Pipeline.Text;
using Pipeline.Text.Parsing;
using Pipeline.Text.Summarization;
using Pipeline.Text.Tagging;

namespace Pipeline.Benchmarks.Stages;

/// <summary>An article of 4 KB as it stands between two stages.</summary>
/// <param name="Item">What parsing read.</param>
/// <param name="Analysis">What the pipeline says of it.</param>
internal sealed record SampleArticle(ParsedItem Item, ArticleAnalysis Analysis)
{
    private const int Size = 4_000;

    /// <summary>Gets the taxonomy that the samples are tagged with.</summary>
    public static Taxonomy Taxonomy { get; } = Taxonomy.LoadBuiltIn();

    /// <summary>Gets the article itself.</summary>
    public Article Article => Item.Article!;

    /// <summary>Returns the file of an article.</summary>
    public static SourceFile File(int number) =>
        new(string.Create(CultureInfo.InvariantCulture, $"articles/{number}.txt"), SyntheticArticles.Make(number, Size));

    /// <summary>Makes articles, from the first number on.</summary>
    public static IEnumerable<SampleArticle> Make(int count)
    {
        var parser = ArticleParser.CreateDefault();
        var analyzer = new ArticleAnalyzer(Taxonomy, new Lazy<ActorTagger>(ActorTagger.CreateDefault), new ExtractiveSummarizer(new SummaryOptions()));
        return Enumerable.Range(0, count)
            .Select(number => parser.Parse(File(number))[0])
            .Select(item => new SampleArticle(item, analyzer.Analyze(item.Article!, explain: true)));
    }
}
