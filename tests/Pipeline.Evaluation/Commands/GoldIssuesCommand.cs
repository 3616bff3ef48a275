using System.CommandLine;
using System.Text.Json;
using Pipeline.Evaluation.Data;
using Pipeline.Evaluation.Topics;
using Pipeline.Text.Tagging;

namespace Pipeline.Evaluation.Commands;

/// <summary>The verb <c>gold-issues</c>: tags of articles all of whose issues are marked.</summary>
internal static class GoldIssuesCommand
{
    private static readonly JsonSerializerOptions JsonOptions = new(JsonSerializerDefaults.Web);

    public static Command Create()
    {
        var gold = new Argument<string>("GOLD") { Description = "JSON lines {\"id\",\"issues\":[…],\"allowed\":[…]}: all issues of each article, and those that do not count." };
        var articles = new Argument<string>("ARTICLES") { Description = "JSON lines {\"id\",\"title\",\"text\"} that have these articles." };
        var part = TopicOptions.PartOf(Part.Dev);
        var model = TopicOptions.Model();
        var list = new Option<bool>("--list") { Description = "Name wrong and missed issues; never of the half held out." };
        var command = new Command("gold-issues", "Tag articles as the product does, and compare with all their issues: micro precision and recall.") { gold, articles, part, model, list };
        command.Validators.Add(result =>
        {
            if (result.GetValue(list) && result.GetValue(part) != Part.Dev)
            {
                result.AddError("--list goes with --part dev alone: what is held out is not looked at.");
            }
        });
        command.SetAction(result =>
        {
            var wanted = GoldIssues.ReadAll(result.GetRequiredValue(gold)).Where(item => result.GetValue(part).HoldsHalf(item.Id)).ToDictionary(item => item.Id, StringComparer.Ordinal);
            var read = TopicArticle.ReadAll(result.GetRequiredValue(articles), "topic", (id, _) => wanted.ContainsKey(id));
            if (read.Count != wanted.Count)
            {
                throw new EvaluationException($"{wanted.Count - read.Count} articles of the gold are not in {result.GetRequiredValue(articles)}.");
            }

            var tags = TopicTagger.Tag(TopicTagger.Create(Taxonomy.LoadBuiltIn(), result.GetValue(model)), read);
            var pairs = read.Zip(tags, (article, issues) => (Wanted: wanted[article.Id].Issues, Given: wanted[article.Id].WithoutAllowed(issues.Select(tag => tag.Id)))).ToList();
            Console.Out.WriteLine(JsonSerializer.Serialize(new { Articles = read.Count, Score = GoldScore.Of(pairs) }, JsonOptions));
            foreach (var threshold in GoldThreshold.Of([.. read.Zip(tags, (article, issues) => (wanted[article.Id], TaggedTopic.Of("", issues).Issues))]))
            {
                Console.Out.WriteLine(JsonSerializer.Serialize(threshold, JsonOptions));
            }

            if (result.GetValue(list))
            {
                foreach (var (article, pair) in read.Zip(pairs))
                {
                    Console.Out.WriteLine($"{article.Id} {article.Article?.Title}: wrong {string.Join(", ", pair.Given.Except(pair.Wanted))}; missed {string.Join(", ", pair.Wanted.Except(pair.Given))}");
                }
            }
        });
        return command;
    }
}
