using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Processing;
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
internal sealed record TextPipeline(ArticleParser Parser, JsonLinesArticleReader JsonLines, ArticleAnalyzer Analyzer, SummaryOptions Summary)
{
    /// <summary>The longest summary that can be asked for, in sentences.</summary>
    public const int MaxSentences = 20;

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
            services.GetRequiredService<ArticleAnalyzer>(),
            services.GetRequiredService<SummaryOptions>());
    }
}
