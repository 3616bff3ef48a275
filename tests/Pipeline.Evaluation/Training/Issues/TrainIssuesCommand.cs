using System.CommandLine;
using System.Text.Json;
using Pipeline.Evaluation.Commands;
using Pipeline.Evaluation.Data;
using Pipeline.Evaluation.Topics;
using Pipeline.Text.Tagging;
using Pipeline.Text.Tagging.Model;
using Pipeline.Text.Tagging.Scoring;

namespace Pipeline.Evaluation.Training.Issues;

/// <summary>The verb <c>train-issues</c>: makes the model of how articles show their issues.</summary>
internal static class TrainIssuesCommand
{
    /// <summary>Labels that are no part of what is scored, with the issue that each is an example of.</summary>
    private const string FurtherLabels = "allsides-further";

    private static readonly JsonSerializerOptions JsonOptions = new(JsonSerializerDefaults.Web);

    public static Command Create()
    {
        var file = new Argument<string>("ARTICLES") { Description = "Labelled articles: JSON lines {\"id\",\"title\",\"text\",<label>}." };
        var gold = new Option<string[]>("--gold") { Description = "All issues of some of the articles: JSON lines {\"id\",\"issues\":[…],\"allowed\":[…]}. Where none are given, the label of an article is taken for all of them.", HelpName = "FILE" };
        var markedIn = new Option<string?>("--gold-articles") { Description = "Where the articles of the gold are; those of ARTICLES where it is not given.", HelpName = "FILE" };
        var label = TopicOptions.Label();
        var crosswalk = TopicOptions.Crosswalk();
        var year = TopicOptions.Years();
        var threshold = new Option<float>("--threshold")
        {
            Description = "The least score of an article that is tagged with an issue: 0.5, as likely as not, where nothing is said.",
            HelpName = "SCORE",
            DefaultValueFactory = _ => IssueFacts.DefaultThreshold,
        };
        var crossValidate = new Option<bool>("--cross-validate") { Description = "Score the articles too, each by words learned without it." };
        var output = new Option<string>("--output") { Description = "Where the model goes.", Required = true };
        var command = new Command("train-issues", "Learn how articles show their issues, from the articles that are not held out.")
        {
            file, gold, markedIn, label, crosswalk, year, threshold, crossValidate, output,
        };
        command.SetAction(result =>
        {
            var taxonomy = Taxonomy.LoadBuiltIn();
            var name = result.GetValue(crosswalk)!;
            var labels = Crosswalk.Read(name, taxonomy);
            var further = name == Crosswalk.AllSides ? Crosswalk.Read(FurtherLabels, taxonomy).Issues : new Dictionary<string, IReadOnlyList<string>>();
            var articles = TopicArticle.ReadAll(result.GetRequiredValue(file), result.GetValue(label)!, TopicOptions.Filter(Part.Dev, result.GetValue(year)))
                .Where(article => article.Article is not null)
                .ToList();
            string?[] issues = [.. articles.Select(article => IssueOf(article, labels.Issues) ?? IssueOf(article, further))];
            var golds = (result.GetValue(gold) ?? []).SelectMany(GoldIssues.ReadAll).Where(item => Part.Dev.HoldsHalf(item.Id)).ToList();
            var marked = Marked(result.GetValue(markedIn) is { } path ? TopicArticle.ReadAll(path, "topic", (id, _) => Part.Dev.HoldsHalf(id)) : articles, golds);
            Console.Out.WriteLine($"Learning from {articles.Count} articles, and from all issues of {marked.Count}.");
            var training = new IssueTraining(taxonomy, articles, issues, new WordTrainingOptions(), result.GetValue(threshold));
            var model = training.Learn(marked, labels);
            using (var stream = File.Create(result.GetRequiredValue(output)))
            {
                IssueModelWriter.Write(model, stream);
            }

            for (var feature = 0; feature < IssueFeatures.Count; feature++)
            {
                Console.Out.WriteLine($"  {(IssueFeature)feature}: {model.Weights[(IssueFeature)feature]:0.000}");
            }

            if (result.GetValue(crossValidate))
            {
                var tags = training.CrossValidate(model.Weights);
                var topics = articles.Zip(tags, (article, found) => new TaggedTopic(article.Label ?? "", found));
                Console.Out.WriteLine(JsonSerializer.Serialize(TopicScore.Of([.. topics], labels), JsonOptions));
                foreach (var threshold in GoldOf(articles, tags, golds))
                {
                    Console.Out.WriteLine(JsonSerializer.Serialize(threshold, JsonOptions));
                }
            }
        });
        return command;
    }

    private static IReadOnlyList<GoldThreshold> GoldOf(IReadOnlyList<TopicArticle> articles, IReadOnlyList<IReadOnlyDictionary<string, double>> tags, List<GoldIssues> golds)
    {
        var wanted = golds.ToDictionary(gold => gold.Id, StringComparer.Ordinal);
        return golds.Count == 0 ? [] : GoldThreshold.Of([.. articles.Zip(tags).Where(item => wanted.ContainsKey(item.First.Id)).Select(item => (wanted[item.First.Id], item.Second))]);
    }

    private static string? IssueOf(TopicArticle article, IReadOnlyDictionary<string, IReadOnlyList<string>> labels) =>
        labels.TryGetValue(article.Label ?? "", out var issues) ? issues[0] : null;

    private static List<(TopicArticle Article, GoldIssues Gold)> Marked(IReadOnlyList<TopicArticle> articles, List<GoldIssues> golds) =>
        [.. golds.Join(articles.Where(article => article.Article is not null), gold => gold.Id, article => article.Id, (gold, article) => (article, gold))];
}
