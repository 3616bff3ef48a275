using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Pipeline.Evaluation.Data;
using Pipeline.Evaluation.Topics;
using Pipeline.Text;
using Pipeline.Text.Tagging;

namespace Pipeline.Evaluation.Commands;

/// <summary>The verb <c>issues</c>: tags of articles that have one label each.</summary>
internal static class IssuesCommand
{
    private static readonly JsonSerializerOptions JsonOptions = new(JsonSerializerDefaults.Web);

    public static Command Create()
    {
        var file = new Argument<string>("ARTICLES") { Description = "JSON lines {\"id\",\"title\",\"text\",<label>}, compressed with gzip or not." };
        var label = TopicOptions.Label();
        var crosswalk = TopicOptions.Crosswalk();
        var year = TopicOptions.Years();
        var part = TopicOptions.PartOf(Part.Dev);
        var model = TopicOptions.Model();
        var output = new Option<string?>("--output") { Description = "Write the tags as JSON lines {\"id\",\"issues\":[…]}.", HelpName = "FILE" };
        var crosswalkOutput = new Option<string?>("--crosswalk-output") { Description = "Write the crosswalk as a file.", HelpName = "FILE" };
        var perLabel = new Option<bool>("--per-label") { Description = "Say how each label came out; never of the half held out." };
        var command = new Command("issues", "Tag labelled articles as the product does, and score how high the label's issues come.")
        {
            file, label, crosswalk, year, part, model, output, crosswalkOutput, perLabel,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(perLabel) && result.GetValue(part) != Part.Dev && result.GetValue(year) is not { Length: > 0 })
            {
                result.AddError("--per-label goes with --part dev or --year: what is held out is not looked at.");
            }
        });
        command.SetAction(result =>
        {
            var taxonomy = Taxonomy.LoadBuiltIn();
            var labels = Crosswalk.Read(result.GetValue(crosswalk)!, taxonomy);
            var filter = TopicOptions.Filter(result.GetValue(part), result.GetValue(year));
            var articles = TopicArticle.ReadAll(result.GetRequiredValue(file), result.GetValue(label)!, filter);
            var tags = TopicTagger.Tag(TopicTagger.Create(taxonomy, result.GetValue(model)), articles);
            var score = TopicScore.Of([.. articles.Zip(tags, (article, issues) => TaggedTopic.Of(article.Label ?? "", issues))], labels);
            Console.Out.WriteLine(JsonSerializer.Serialize(score, JsonOptions));
            if (result.GetValue(perLabel))
            {
                WriteLabels(score);
            }

            if (result.GetValue(output) is { } path)
            {
                File.WriteAllLines(path, articles.Zip(tags, (article, issues) => JsonSerializer.Serialize(new { article.Id, Issues = issues }, PipelineJson.Options)));
            }

            if (result.GetValue(crosswalkOutput) is { } crosswalkPath)
            {
                labels.Write(crosswalkPath);
            }
        });
        return command;
    }

    private static void WriteLabels(TopicScore score)
    {
        foreach (var (label, n, top1, top3) in score.Labels.OrderBy(label => label.Top1))
        {
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {label,-32} n {n,4} top1 {top1:0.00} top3 {top3:0.00}"));
        }
    }
}
