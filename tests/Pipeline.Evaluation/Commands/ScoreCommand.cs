using System.CommandLine;
using Pipeline.Evaluation.Data;
using Pipeline.Evaluation.Scoring;

namespace Pipeline.Evaluation.Commands;

/// <summary>The verb <c>score</c>: predictions that anything made.</summary>
internal static class ScoreCommand
{
    public static Command Create()
    {
        var gold = new Argument<string>("GOLD") { Description = "The labels: JSON lines, as gold.jsonl of a folder." };
        var predicted = new Argument<string>("PRED") { Description = "The predictions: JSON lines {\"id\",\"text\",\"title\",\"date\",\"author\"}." };
        var part = EvaluationOptions.PartOf(Part.All);
        var json = EvaluationOptions.Json();
        var command = new Command("score", "Score a file of predictions, whatever made them.") { gold, predicted, part, json };
        command.SetAction(result =>
        {
            var predictions = Prediction.ReadAll(result.GetRequiredValue(predicted));
            var pages = GoldPage.ReadAll(result.GetRequiredValue(gold)).Where(page => result.GetValue(part).Holds(page.Id)).ToList();
            PageScore[] scores = [.. pages.AsParallel().AsOrdered().Select(page => PageScorer.Score(page, predictions.GetValueOrDefault(page.Id)))];
            ScoreReport.Write([new ScoreRow(Path.GetFileName(result.GetRequiredValue(predicted)), pages.Count, null, ExtractionScore.Of(scores))], result.GetValue(json));
        });
        return command;
    }
}
