using System.CommandLine;
using Pipeline.Benchmarks.Reporting;

namespace Pipeline.Benchmarks.Summaries;

/// <summary>The verbs that time summaries and digests.</summary>
internal static class SummaryCommands
{
    public static Command CreateSummaries()
    {
        var markdown = MarkdownOption.Create();
        var command = new Command("summaries", "Summarise articles of ever more sentences.") { markdown };
        command.SetAction(result => SummaryGrowthRun.Run(result.GetValue(markdown)));
        return command;
    }

    public static Command CreateDigests()
    {
        var markdown = MarkdownOption.Create();
        var command = new Command("digests", "Make digests of ever more articles, from the sentences that are kept of each.") { markdown };
        command.SetAction(result => DigestGrowthRun.Run(result.GetValue(markdown)));
        return command;
    }
}
