using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Pipeline.Text;

namespace Pipeline.Evaluation.Sentences;

/// <summary>The verb <c>sentences</c>: the sentence splitter against texts that people split.</summary>
internal static class SentencesCommand
{
    private const int ShownBefore = 60;
    private const int ShownAfter = 40;

    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "JSON lines {\"id\",\"text\",\"sents\":[…]}.", Arity = ArgumentArity.OneOrMore };
        var errors = new Option<bool>("--errors") { Description = "Show each end that is missed (-) or wrong (+) in its text." };
        var output = new Option<string?>("--output") { Description = "Write the sentences found as JSON lines {\"id\",\"sents\":[…]}.", HelpName = "FILE" };
        var command = new Command("sentences", "Split labelled texts into sentences, and score the ends found.") { files, errors, output };
        command.SetAction(result =>
        {
            var found = new List<SplitText>();
            foreach (var file in result.GetRequiredValue(files))
            {
                var texts = SplitText.ReadAll(file);
                var score = SentenceScore.Of(texts);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Path.GetFileName(file)}: {score.N} texts, {score.Boundaries} ends, precision {score.Precision:0.0000}, recall {score.Recall:0.0000}, F1 {score.F1:0.0000}, texts all right {score.TextsAllRight:0.0000}"));
                if (result.GetValue(errors))
                {
                    WriteErrors(texts);
                }

                found.AddRange(texts);
            }

            if (result.GetValue(output) is { } path)
            {
                File.WriteAllLines(path, found.Select(text => JsonSerializer.Serialize(new { text.Id, Sents = text.Found }, PipelineJson.Options)));
            }
        });
        return command;
    }

    private static void WriteErrors(IReadOnlyList<SplitText> texts)
    {
        foreach (var text in texts)
        {
            var gold = SplitText.Boundaries(text.Gold);
            var found = SplitText.Boundaries(text.Found);
            foreach (var end in gold.Union(found).Where(end => gold.Contains(end) != found.Contains(end)).Order())
            {
                var at = OffsetOf(text.Text, end);
                var before = text.Text[Math.Max(0, at - ShownBefore)..at];
                var after = text.Text[at..Math.Min(text.Text.Length, at + ShownAfter)];
                Console.WriteLine($"  {(gold.Contains(end) ? '-' : '+')} {before.ReplaceLineEndings("⏎")}║{after.ReplaceLineEndings("⏎")}");
            }
        }
    }

    private static int OffsetOf(string text, int visibleCharacters)
    {
        var at = 0;
        while (visibleCharacters > 0)
        {
            visibleCharacters -= char.IsWhiteSpace(text[at++]) ? 0 : 1;
        }

        return at;
    }
}
