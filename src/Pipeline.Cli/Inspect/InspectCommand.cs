using System.CommandLine;
using System.Text.Json;
using Pipeline.Cli.Files;
using Pipeline.Cli.Terminal;
using Pipeline.Text;

namespace Pipeline.Cli.Inspect;

/// <summary>The verb <c>inspect</c>.</summary>
internal static class InspectCommand
{
    public static Command Create(CommandTerminal terminal)
    {
        var files = new Argument<string[]>("FILES")
        {
            Description = InputFiles.Description + " A .jsonl holds one article a line: {\"id\",\"title\",\"text\",\"published\"} or a like shape; it may be of any length.",
            Arity = ArgumentArity.OneOrMore,
        };
        var sentences = NumberOption.Create(
            "--sentences", 1, TextPipeline.MaxSentences, $"The length of a summary, in sentences: 1 to {TextPipeline.MaxSentences} (3 where nothing is said).");
        var words = NumberOption.Create(
            "--words", 1, int.MaxValue, "The length of a summary, in words: as many of the best sentences as fit, and one at least.");
        var explain = new Option<bool>("--explain") { Description = "Print each article with its issues, and mark in its text what shows them, in place of JSON." };
        var command = new Command(
            "inspect",
            "Parse, tag and summarise local files, without storage. Writes one JSON object a line for each article, in the order of FILES. " +
            "A file that holds no article gives a line too, with \"state\":\"rejected\" and the reason, and counts as done: " +
            "the exit code is 0 when every file could be read.")
        {
            files,
            sentences,
            words,
            explain,
        };
        command.SetAction((result, cancellationToken) =>
        {
            var pipeline = TextPipeline.Create();
            var length = pipeline.LengthOf(result.GetValue(sentences), result.GetValue(words));
            var explained = result.GetValue(explain) ? new ExplainedArticle(terminal.Console) : null;
            Func<AnalyzedItem, string> format = explained is not null
                ? item => explained.Render(InspectedArticle.Of(item, length))
                : item => JsonSerializer.Serialize(InspectedArticle.Of(item, length), PipelineJson.Options);
            return new InspectRun(new Inspector(pipeline, explain: explained is not null), format, terminal)
                .RunAsync(InputFiles.Expand(result.GetValue(files)!), cancellationToken);
        });
        return command;
    }
}
