using System.CommandLine;
using Pipeline.Cli.Files;
using Pipeline.Cli.Terminal;

namespace Pipeline.Cli.Taxonomies;

/// <summary>The verb <c>taxonomy</c> with its own verbs.</summary>
internal static class TaxonomyCommand
{
    public static Command Create(CommandTerminal terminal) => new("taxonomy", "Check, explain and count taxonomies: the issues that articles are tagged with.")
    {
        CreateValidate(terminal),
        CreateExplain(terminal),
        CreateStats(terminal),
    };

    private static Command CreateValidate(CommandTerminal terminal)
    {
        var files = new Argument<string[]>("FILES") { Description = InputFiles.Description, Arity = ArgumentArity.OneOrMore };
        var json = new Option<bool>("--json")
        {
            Description = "Write one JSON object a line for each file: {\"file\",\"valid\",\"version\",\"concepts\",\"terms\",\"problems\":[{\"line\",\"message\",\"isWarning\"}]}.",
        };
        var command = new Command("validate", "Check taxonomy files, and tell what is wrong by line. The exit code is 0 when all can be used; warnings do not count.") { files, json };
        command.SetAction((result, cancellationToken) =>
            new ValidateRun(terminal, result.GetValue(json)).RunAsync(InputFiles.Expand(result.GetRequiredValue(files)), cancellationToken));
        return command;
    }

    private static Command CreateExplain(CommandTerminal terminal)
    {
        var id = new Argument<string>("ID") { Description = "The issue's id." };
        var file = FileOption();
        var json = new Option<bool>("--json") { Description = "Write it as a concept of a taxonomy file, to copy and change." };
        var command = new Command("explain", "Show an issue: what it means, what it belongs to, and the terms that show it.") { id, file, json };
        command.SetAction(result => new ExplainRun(terminal, TaxonomyFile.Open(result.GetValue(file))).Run(result.GetRequiredValue(id), result.GetValue(json)));
        return command;
    }

    private static Command CreateStats(CommandTerminal terminal)
    {
        var file = FileOption();
        var json = new Option<bool>("--json") { Description = "Write one JSON object." };
        var command = new Command("stats", "Count the issues of a taxonomy, their terms and their ids.") { file, json };
        command.SetAction(result => new StatsRun(terminal, TaxonomyFile.Open(result.GetValue(file))).Run(result.GetValue(json)));
        return command;
    }

    private static Option<string?> FileOption() => new("--file")
    {
        Description = "The taxonomy file; the built-in taxonomy where nothing is said.",
        HelpName = "FILE",
    };
}
