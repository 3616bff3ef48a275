using System.CommandLine;
using Pipeline.Cli.Files;
using Pipeline.Cli.Terminal;

namespace Pipeline.Cli.Inspect;

/// <summary>The verb <c>inspect</c>.</summary>
internal static class InspectCommand
{
    public static Command Create(CommandTerminal terminal)
    {
        var files = new Argument<string[]>("FILES")
        {
            Description = InputFiles.Description + " A .jsonl holds one article a line: {\"id\",\"title\",\"text\",\"published\"}, of which only the text is needed.",
            Arity = ArgumentArity.OneOrMore,
        };
        var sentences = new Option<int?>("--sentences")
        {
            Description = $"The length of a summary, in sentences: 1 to {TextPipeline.MaxSentences} (3 where nothing is said).",
            HelpName = "N",
        };
        var words = new Option<int?>("--words")
        {
            Description = "The length of a summary, in words: as many of the best sentences as fit, and one at least.",
            HelpName = "N",
        };
        var command = new Command(
            "inspect",
            "Parse, tag and summarise local files, without storage. Writes one JSON object a line for each article, in the order of FILES. " +
            "A file that holds no article gives a line too, with \"state\":\"rejected\" and the reason, and counts as done: " +
            "the exit code is 0 when every file could be read.")
        {
            files,
            sentences,
            words,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(sentences) is < 1 or > TextPipeline.MaxSentences)
            {
                result.AddError($"--sentences must be from 1 to {TextPipeline.MaxSentences}.");
            }

            if (result.GetValue(words) is < 1)
            {
                result.AddError("--words must be 1 or more.");
            }
        });
        command.SetAction((result, cancellationToken) =>
        {
            var pipeline = TextPipeline.Create();
            var wordLimit = result.GetValue(words);
            var sentenceLimit = result.GetValue(sentences) ?? (wordLimit is null ? pipeline.Summary.MaxSentences : TextPipeline.MaxSentences);
            var inspector = new Inspector(pipeline, new SummaryLength(sentenceLimit, wordLimit));
            return new InspectRun(inspector, terminal).RunAsync(InputFiles.Expand(result.GetValue(files)!), cancellationToken);
        });
        return command;
    }
}
