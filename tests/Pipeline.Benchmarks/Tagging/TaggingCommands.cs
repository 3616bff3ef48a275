using System.CommandLine;
using Pipeline.Benchmarks.Reporting;

namespace Pipeline.Benchmarks.Tagging;

/// <summary>The verbs that time tagging, and the loading of what it needs.</summary>
internal static class TaggingCommands
{
    public static Command CreateTagging()
    {
        var times = new Option<int[]>("--times") { Description = "How many times as many terms as the built-in taxonomy.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [1, 10] };
        var terms = new Option<int[]>("--terms") { Description = "How many made-up terms, without the built-in taxonomy.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [100, 1_000, 10_000, 100_000] };
        var markdown = MarkdownOption.Create();
        var command = new Command("tagging", "Tag ever longer articles with the built-in taxonomy, then articles with ever more terms beside it, then with ever more made-up ones alone.") { times, terms, markdown };
        command.SetAction(result =>
        {
            TaggingGrowthRun.RunLengths(result.GetValue(markdown));
            TaggingGrowthRun.RunTimes(result.GetRequiredValue(times), result.GetValue(markdown));
            TaggingGrowthRun.RunTerms(result.GetRequiredValue(terms), result.GetValue(markdown));
        });
        return command;
    }

    public static Command CreateTaxonomy()
    {
        var runs = new Option<int>("--runs") { Description = "How many times each step is done.", DefaultValueFactory = _ => 9 };
        var markdown = MarkdownOption.Create();
        var command = new Command("taxonomy", "Time the loading of the taxonomy and the making of the tagger.") { runs, markdown };
        command.SetAction(result => TaxonomyLoadRun.Run(result.GetValue(runs), result.GetValue(markdown)));
        return command;
    }
}
