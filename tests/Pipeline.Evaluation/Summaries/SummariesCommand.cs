using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Pipeline.Text;
using Pipeline.Text.Sentences;
using Pipeline.Text.Summarization;

namespace Pipeline.Evaluation.Summaries;

/// <summary>The verb <c>summaries</c>: summaries and digests against those that people wrote.</summary>
internal static class SummariesCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "JSON lines {\"id\",\"text\",\"highlights\"} or {\"id\",\"docs\":[…],\"reference\"}.", Arity = ArgumentArity.OneOrMore };
        var sentences = new Option<int>("--sentences") { Description = "The length, in sentences.", HelpName = "N", DefaultValueFactory = _ => 3 };
        var words = new Option<int?>("--words") { Description = "The length, in words; longer summaries are cut there.", HelpName = "N" };
        var lead = new Option<bool>("--lead") { Description = "Take the first sentences in place of a summary." };
        var textRank = new Option<bool>("--text-rank") { Description = "Take the sentences that TextRank ranks first in place of a summary; of one article alone." };
        var weights = new Option<string?>("--weights") { Description = "Weights of sentences' features in place of those that ship.", HelpName = "FILE" };
        var digestWeights = new Option<string?>("--digest-weights") { Description = "Weights of digests in place of those that ship.", HelpName = "FILE" };
        var output = new Option<string?>("--output") { Description = "Write the summaries as JSON lines {\"id\",\"summary\"}.", HelpName = "FILE" };
        var command = new Command("summaries", "Summarise as the product does, and score with ROUGE (stemmed; a sentence a line).") { files, sentences, words, lead, textRank, weights, digestWeights, output };
        command.Validators.Add(result =>
        {
            if (result.GetValue(textRank) && (result.GetValue(lead) || result.GetValue(words) is not null))
            {
                result.AddError("--text-rank gives whole sentences and is a choice of its own: neither --lead nor --words goes with it.");
            }
        });
        command.SetAction(result =>
        {
            var length = new SummaryLength(result.GetValue(words) is null ? result.GetValue(sentences) : int.MaxValue, result.GetValue(words));
            Func<SummaryTask, IEnumerable<string>> summarize = (result.GetValue(lead), result.GetValue(textRank)) switch
            {
                (true, _) => task => Lead(task, length),
                (_, true) => task => Ranked(task, length),
                _ => new TaskSummarizer(length, result.GetValue(weights), result.GetValue(digestWeights)).Summarize,
            };
            var lines = new List<string>();
            foreach (var file in result.GetRequiredValue(files))
            {
                var tasks = SummaryTask.ReadAll(file);
                string[] summaries = [.. tasks.AsParallel().AsOrdered().Select(task => string.Join('\n', summarize(task)))];
                Write(Path.GetFileName(file), [.. tasks.Zip(summaries, (task, summary) => Score(task, summary, length.Words))]);
                lines.AddRange(tasks.Zip(summaries, (task, summary) => JsonSerializer.Serialize(new { task.Id, summary }, PipelineJson.Options)));
            }

            if (result.GetValue(output) is { } path)
            {
                File.WriteAllLines(path, lines);
            }
        });
        return command;
    }

    private static Rouge Score(SummaryTask task, string summary, int? words) =>
        Rouge.Of(RougeText.Read(summary, words), [.. task.References.Select(reference => RougeText.Read(reference, words))]);

    private static IEnumerable<string> Lead(SummaryTask task, SummaryLength length) => task.Articles.Count == 1
        ? SentenceSplitter.Split(task.Articles[0].Text).Take(length.Sentences).Select(span => task.Articles[0].Text.Substring(span.Start, span.Length))
        : task.Articles.Select(article => article.Text[..(SentenceSplitter.FirstEnd(article.Text) is > 0 and var end ? end : article.Text.Length)]);

    private static IEnumerable<string> Ranked(SummaryTask task, SummaryLength length)
    {
        var text = task.Articles is [var article] ? article.Text : throw new EvaluationException($"The task {task.Id} has {task.Articles.Count} articles, and TextRank takes one.");
        var sentences = SentenceSplitter.Split(text);
        return TextRank.Summarize(text, length.Sentences).Select(number => text.Substring(sentences[number].Start, sentences[number].Length));
    }

    private static void Write(string name, IReadOnlyList<Rouge> scores)
    {
        var mean = Rouge.MeanOf(scores);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {scores.Count} summaries, ROUGE-1 {Show(mean.Unigrams)}, ROUGE-2 {Show(mean.Bigrams)}, ROUGE-Lsum {Show(mean.Lines)} (precision / recall / F1)"));
    }

    private static string Show(RougeScore score) =>
        string.Create(CultureInfo.InvariantCulture, $"{100 * score.Precision:0.00} / {100 * score.Recall:0.00} / {100 * score.F1:0.00}");
}
