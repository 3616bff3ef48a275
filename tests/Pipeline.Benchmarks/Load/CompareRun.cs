using System.Globalization;
using Spectre.Console;

namespace Pipeline.Benchmarks.Load;

/// <summary>Load runs of two builds in turn, each in a process of its own: what else the machine does meanwhile falls on both.</summary>
/// <param name="a">The build that is compared with.</param>
/// <param name="b">The build that is compared.</param>
internal sealed class CompareRun(BuiltProgram a, BuiltProgram b)
{
    /// <summary>Runs both, and prints medians and ratios.</summary>
    /// <param name="options">What each process does.</param>
    /// <param name="pairs">How many processes of each build there are.</param>
    /// <param name="markdownFile">Where the table goes as Markdown; null for nowhere.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>0; 1 where a build failed.</returns>
    public async Task<int> RunAsync(LoadOptions options, int pairs, string? markdownFile, CancellationToken cancellationToken)
    {
        var results = new Dictionary<BuiltProgram, List<LoadResult>> { [a] = [], [b] = [] };
        for (var pair = 0; pair < pairs; pair++)
        {
            // A B B A: what changes steadily, as a machine that warms up, falls on both.
            foreach (var build in pair % 2 == 0 ? (BuiltProgram[])[a, b] : [b, a])
            {
                if (await build.LoadAsync(options, cancellationToken) is not { } result)
                {
                    return 1;
                }

                results[build].Add(result);
                AnsiConsole.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{build.Name}, {pair + 1} of {pairs}: {LoadFigure.ArticlesPerSecond.Median(result.Runs):0.0} articles/s, {LoadFigure.RatioToBare.Median(result.Runs):0.00} of the operations alone."));
            }
        }

        new CompareReport(results[a], results[b]).Write(markdownFile);
        return 0;
    }
}
