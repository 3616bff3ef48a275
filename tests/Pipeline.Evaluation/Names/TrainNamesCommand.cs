using System.CommandLine;
using Pipeline.Text.Tagging.Actors;
using Pipeline.Text.Tagging.Actors.Recognition;

namespace Pipeline.Evaluation.Names;

/// <summary>The verb <c>train-names</c>: makes the model of names.</summary>
internal static class TrainNamesCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Labelled sentences.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--output") { Description = "Where the model goes.", Required = true };
        var command = new Command("train-names", "Learn to find names, from sentences in which they are labelled.") { files, output };
        command.SetAction(result =>
        {
            var training = new NameTraining(Gazetteer.LoadBuiltIn(), NameLists.LoadBuiltIn(), WordClusters.LoadBuiltIn(), Console.Error.WriteLine);
            File.WriteAllBytes(result.GetRequiredValue(output), training.Train([.. result.GetRequiredValue(files).Select(NameCorpus.Read)]));
        });
        return command;
    }
}
