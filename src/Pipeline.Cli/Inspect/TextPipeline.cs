using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Processing;
using Pipeline.Processing.Taxonomies;
using Pipeline.Text;
using Pipeline.Text.Parsing;
using Pipeline.Text.Parsing.Assembly;
using Pipeline.Text.Parsing.Json;
using Pipeline.Text.Summarization;

namespace Pipeline.Cli.Inspect;

/// <summary>The parser and the analyser exactly as the function app has them.</summary>
/// <param name="Parser">The parser.</param>
/// <param name="JsonLines">The parser's own reader of JSON Lines, for files that are read line by line.</param>
/// <param name="Analyzer">The analyser.</param>
/// <param name="Summary">The lengths of summaries.</param>
/// <param name="Received">When the files came, the present: dates past it are taken as misread, as those of an uploaded file are.</param>
internal sealed record TextPipeline(ArticleParser Parser, JsonLinesArticleReader JsonLines, ArticleAnalyzer Analyzer, SummaryOptions Summary, DateTimeOffset Received)
{
    /// <summary>The longest summary that can be asked for, in sentences.</summary>
    public const int MaxSentences = 20;

    /// <summary>Returns the length that a user asks for: the app's own where nothing is said, and as many sentences as there may be where only words are.</summary>
    /// <param name="sentences">How many sentences at most; null where that is not said.</param>
    /// <param name="words">How many words at most; null where that is not said.</param>
    public SummaryLength LengthOf(int? sentences, int? words) =>
        new(sentences ?? (words is null ? Summary.MaxSentences : MaxSentences), words);

    /// <summary>Makes them from the app's own registrations. Nothing of these touches storage until it is asked for.</summary>
    public static TextPipeline Create()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                [$"{SummaryOptions.SectionName}:{nameof(SummaryOptions.MaxCandidates)}"] = MaxSentences.ToString(CultureInfo.InvariantCulture),
            })
            .Build();
        var services = new ServiceCollection().AddPipeline(configuration).BuildServiceProvider();
        return new TextPipeline(
            services.GetRequiredService<ArticleParser>(),
            new JsonLinesArticleReader(new ArticleAssembler(new LanguageIdentifier()), services.GetRequiredService<ParsingOptions>()),
            services.GetRequiredService<AnalyzerFactory>().BuiltIn,
            services.GetRequiredService<SummaryOptions>(),
            TimeProvider.System.GetUtcNow());
    }
}
