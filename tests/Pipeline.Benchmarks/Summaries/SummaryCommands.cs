using System.CommandLine;

namespace Pipeline.Benchmarks.Summaries;

/// <summary>The verbs that time summaries and digests.</summary>
internal static class SummaryCommands
{
    public static Command CreateSummaries()
    {
        var markdown = new Option<string?>("--markdown") { Description = "Write the table as Markdown too.", HelpName = "FILE" };
        var command = new Command("summaries", "Summarise articles of ever more sentences.") { markdown };
        command.SetAction(result => SummaryGrowthRun.Run(result.GetValue(markdown)));
        return command;
    }

    public static Command CreateDigests()
    {
        var markdown = new Option<string?>("--markdown") { Description = "Write the table as Markdown too.", HelpName = "FILE" };
        var command = new Command("digests", "Make digests of ever more articles, from the sentences that are kept of each.") { markdown };
        command.SetAction(result => DigestGrowthRun.Run(result.GetValue(markdown)));
        return command;
    }
}
