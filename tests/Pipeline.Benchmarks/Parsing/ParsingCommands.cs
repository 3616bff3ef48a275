using System.CommandLine;
using Pipeline.Benchmarks.Reporting;

namespace Pipeline.Benchmarks.Parsing;

/// <summary>The verbs that time the reading of files.</summary>
internal static class ParsingCommands
{
    public static Command CreateParsing()
    {
        var folder = new Argument<string?>("FOLDER") { Description = "A folder of files to read too.", Arity = ArgumentArity.ZeroOrOne };
        var size = new Option<int>("--size") { Description = "The text of each synthetic file, in characters.", DefaultValueFactory = _ => 40_000 };
        var markdown = MarkdownOption.Create();
        var command = new Command("parsing", "Read a file of each format on one core: files and MB a second, allocation a file.") { folder, size, markdown };
        command.SetAction(result => ParsingRun.Run(result.GetValue(size), result.GetValue(folder), result.GetValue(markdown)));
        return command;
    }

    public static Command CreateGrowth()
    {
        var formats = new Argument<string[]>("FORMATS") { Description = $"Which: {string.Join(", ", SyntheticFiles.Formats.Keys)}; all where none is named.", Arity = ArgumentArity.ZeroOrMore };
        var markdown = MarkdownOption.Create();
        var command = new Command("growth", "Read files of 10 KB, 100 KB, 1 MB and 10 MB of text in each format: time and allocation a KB.") { formats, markdown };
        command.SetAction(result => GrowthRun.Run(result.GetRequiredValue(formats), result.GetValue(markdown)));
        return command;
    }

    public static Command CreateExtractionSpeed()
    {
        var folder = new Argument<string>("FOLDER") { Description = "A folder of web pages; with gold.jsonl beside html/, both readers are scored too, and the pages held out are left out." };
        var rounds = new Option<int>("--rounds") { Description = "How many times all pages are read.", DefaultValueFactory = _ => 5 };
        var markdown = MarkdownOption.Create();
        var command = new Command("extraction-speed", "Read the same web pages with this parser and with SmartReader, in turn, on one core.") { folder, rounds, markdown };
        command.SetAction(result => ExtractionSpeedRun.Run(result.GetRequiredValue(folder), result.GetValue(rounds), result.GetValue(markdown)));
        return command;
    }
}
