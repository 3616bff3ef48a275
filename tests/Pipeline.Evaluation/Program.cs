using System.CommandLine;
using Pipeline.Evaluation;
using Pipeline.Evaluation.Commands;
using Pipeline.Evaluation.Training;

var root = new RootCommand("Scores the pipeline on labelled data.")
{
    ExtractionCommand.Create(),
    ScoreCommand.Create(),
    TrainContentCommand.Create(),
    CrossValidateCommand.Create(),
};
try
{
    return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (EvaluationException ex)
{
    await Console.Error.WriteLineAsync($"evaluation: {ex.Message}");
    return 1;
}
