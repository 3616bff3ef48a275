using System.CommandLine;
using Pipeline.Text;
using Pipeline.Text.Summarization;
using Pipeline.Text.Tagging;

namespace Pipeline.Evaluation.Summaries;

/// <summary>The verb <c>train-summaries</c>: the weights of the features of sentences.</summary>
internal static class TrainSummariesCommand
{
    public static Command Create()
    {
        var training = new TrainingOptions();
        var command = new Command("train-summaries", "Learn what the features of sentences are worth from articles with summaries.");
        training.AddTo(command);
        command.SetAction(result =>
        {
            var start = SummaryWeights.LoadBuiltIn();
            var analyzer = new ArticleAnalyzer(Taxonomy.LoadBuiltIn(), new Lazy<ActorTagger>(ActorTagger.CreateDefault), new ExtractiveSummarizer(new SummaryOptions()));
            List<TrainingArticle> articles =
            [
                .. training.ReadTasks(result).Where(task => task.Articles.Count == 1).AsParallel().AsOrdered()
                    .Select(task => TrainingArticle.Create(task.Articles[0], analyzer, task.References, training.Sentences(result))).OfType<TrainingArticle>(),
            ];

            // Leaning stays as it is set: ROUGE does not see what stands alone.
            var numbers = TrainingArticle.ToNumbers(start);
            var free = Enumerable.Range(0, start.Weights.Count).Where(place => place != (int)SentenceFeature.Leaning && Varies(articles, place)).ToList();
            training.Run(result, articles, numbers, new SentenceRegression(numbers, free).Learn, learned => TrainingArticle.ToWeights(learned).ToFile());
        });
        return command;
    }

    /// <summary>Says whether a feature can be learned: the first sentence of an article differs from all others anyhow.</summary>
    private static bool Varies(List<TrainingArticle> articles, int feature) => articles
        .SelectMany(article => article.Table.Fit.Where(sentence => sentence > 0).Select(sentence => article.Table.Row(sentence)[feature]))
        .Distinct().Skip(1).Any();
}
