using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Pipeline.Processing.Taxonomies;
using Pipeline.Text.Parsing;

namespace Pipeline.Processing;

/// <summary>
/// Does once, beside the start of the host, what the first article would else wait for: the models of languages and the
/// data of tagging are loaded, and the code that every article runs through is compiled.
/// </summary>
internal sealed class TextWarmUp(IServiceProvider services) : BackgroundService
{
    private static ReadOnlySpan<byte> Article =>
        """
        Talks resume
        January 1, 2020

        GENEVA (Newswire) - Delegates went back to the table on Friday after a week’s break, and both sides said that they would stay until there is a result.

        The first round of trade talks ended without one. “We have time,” the United Nations said.

        FAQ

        What are the talks about?

        They are about trade.
        """u8;

    // Off the host's start: the first article parsed and tagged loads the data.
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(
        () =>
        {
            var items = services.GetRequiredService<ArticleParser>().Parse(new SourceFile("warm-up.txt", Article.ToArray()), stoppingToken);
            services.GetRequiredService<AnalyzerFactory>().BuiltIn.Analyze(items[0].Article!);

            // Loading leaves behind about as much as it keeps, in large arrays that only a full collection frees, and under a steady
            // load none comes for long. Once, before there is much to stop for it.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        },
        stoppingToken);
}
