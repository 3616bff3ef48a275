using System.CommandLine;

namespace Pipeline.Evaluation.Training;

/// <summary>The verb <c>train-content</c>: makes the model of which blocks of a web page are its article.</summary>
internal static class TrainContentCommand
{
    // The pages that nobody looks at: what is made from them could not be measured on them.
    private const int HeldOutOneIn = 3;

    public static Command Create()
    {
        var folders = new Argument<string[]>("FOLDER") { Description = "Labelled pages: gold.jsonl and html/.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--output") { Description = "Where the model goes.", Required = true };
        var command = new Command("train-content", "Learn which blocks of a web page are its article, from the pages that are not held out.") { folders, output };
        command.SetAction(result =>
        {
            var pages = result.GetRequiredValue(folders).SelectMany(TrainingPage.ReadFolder).Where(page => page.Part % HeldOutOneIn != 0).ToList();
            Console.WriteLine($"Learning from {pages.Count} pages.");
            var labelled = ContentTraining.Read(pages);
            using var model = new StreamWriter(result.GetRequiredValue(output));
            new ContentTraining(new BoostingOptions()).Write(labelled, model);
        });
        return command;
    }
}
