using System.CommandLine;
using Pipeline.Evaluation.Commands;
using Pipeline.Evaluation.Data;

namespace Pipeline.Evaluation.Training;

/// <summary>The verb <c>train-content</c>: makes the model of which blocks of a web page are its article.</summary>
internal static class TrainContentCommand
{
    public static Command Create()
    {
        var folders = new Argument<string[]>("FOLDER") { Description = "Labelled pages: gold.jsonl and html/.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--output") { Description = "Where the model goes.", Required = true };
        var part = EvaluationOptions.PartOf(Part.Dev);
        var command = new Command("train-content", "Learn which blocks of a web page are its article.") { folders, part, output };
        command.SetAction(result =>
        {
            var pages = result.GetRequiredValue(folders).SelectMany(folder => TrainingPage.ReadFolder(PageFolder.Open(folder, result.GetValue(part)))).ToList();
            Console.WriteLine($"Learning from {pages.Count} pages.");
            var labelled = ContentTraining.Read(pages);
            using var model = new StreamWriter(result.GetRequiredValue(output));
            new ContentTraining(new BoostingOptions()).Write(labelled, model);
        });
        return command;
    }
}
