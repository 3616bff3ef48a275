using System.CommandLine;
using Pipeline.Text.Summarization;
using Pipeline.Text.Summarization.Digests;

namespace Pipeline.Evaluation.Summaries;

/// <summary>The verb <c>train-digests</c>: what counts when sentences are chosen from several articles.</summary>
internal static class TrainDigestsCommand
{
    // Coverage is what the others are measured against; these tasks name no sources, and tell one story each.
    private static readonly int[] Free = [1, 2, 3, 4, 5, 6, 10];

    public static Command Create()
    {
        var training = new TrainingOptions();
        var command = new Command("train-digests", "Learn what counts in the choice of sentences from several articles with summaries.");
        var samples = new Option<int>("--samples") { Description = "How many samples to learn from.", HelpName = "N", DefaultValueFactory = _ => WeightSearch.DefaultSamples };
        training.AddTo(command);
        command.Add(samples);
        command.SetAction(result =>
        {
            var length = new SummaryLength(training.Sentences(result));
            var summarizer = new TaskSummarizer(length);
            List<TrainingDigest> digests =
            [
                .. training.ReadTasks(result).Where(task => task.Articles.Count > 1).AsParallel().AsOrdered()
                    .Select(task => new TrainingDigest(summarizer.ReadArticles(task), task.References, length)),
            ];
            var start = TrainingDigest.ToNumbers(DigestWeights.LoadBuiltIn());
            training.Run(result, digests, start, new WeightSearch(start, Free, result.GetValue(samples)).Learn, TrainingDigest.ToWeights);
        });
        return command;
    }
}
