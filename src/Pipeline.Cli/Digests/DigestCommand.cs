using System.CommandLine;
using Pipeline.Cli.Files;
using Pipeline.Cli.Inspect;
using Pipeline.Cli.Terminal;

namespace Pipeline.Cli.Digests;

/// <summary>The verb <c>digest</c>.</summary>
internal static class DigestCommand
{
    // A digest of an issue over a month, unless something is said.
    private const int DefaultSentences = 7;
    private const int MaxSentences = 200;

    public static Command Create(CommandTerminal terminal)
    {
        var files = new Argument<string[]>("FILES")
        {
            Description = InputFiles.Description + " A .jsonl holds one article a line: {\"id\",\"title\",\"text\",\"published\"} or a like shape.",
            Arity = ArgumentArity.OneOrMore,
        };
        var issue = new Option<string?>("--issue") { Description = "Only articles about this issue of the taxonomy, and above all what they say of it.", HelpName = "ID" };
        var sentences = NumberOption.Create(
            "--sentences", 1, MaxSentences, $"The length, in sentences at most: 1 to {MaxSentences} ({DefaultSentences} where nothing is said). Fewer come where the rest only repeats.");
        var words = NumberOption.Create("--words", 1, int.MaxValue, "The length, in words: as many sentences as fit, and one at least.");
        var json = new Option<bool>("--json") { Description = "Write JSON also to a terminal." };
        var command = new Command(
            "digest",
            "Make one digest of several articles from their own sentences, without storage. Articles that repeat others count once. " +
            "Writes one JSON object; a terminal gets readable text.")
        {
            files,
            issue,
            sentences,
            words,
            json,
        };
        command.SetAction((result, cancellationToken) =>
        {
            var pipeline = TextPipeline.Create();
            var id = result.GetValue(issue);
            if (id is not null && pipeline.Analyzer.Taxonomy.Find(id) is null)
            {
                throw new CommandException($"There is no issue '{id}'. `pipeline taxonomy explain {id}` shows similar ones.");
            }

            var wordLimit = result.GetValue(words);
            var sentenceLimit = result.GetValue(sentences) ?? (wordLimit is null ? DefaultSentences : MaxSentences);
            return new DigestRun(pipeline, new(sentenceLimit, wordLimit), id, asText: terminal.IsOutputTerminal && !result.GetValue(json), terminal)
                .RunAsync(InputFiles.Expand(result.GetValue(files)!), cancellationToken);
        });
        return command;
    }
}
