using System.CommandLine;
using Pipeline.Evaluation;
using Pipeline.Evaluation.Commands;
using Pipeline.Evaluation.Names;
using Pipeline.Evaluation.Sentences;
using Pipeline.Evaluation.Summaries;
using Pipeline.Evaluation.Training;
using Pipeline.Evaluation.Training.Issues;

var root = new RootCommand("Scores the pipeline on labelled data.")
{
    ExtractionCommand.Create(),
    ScoreCommand.Create(),
    IssuesCommand.Create(),
    GoldIssuesCommand.Create(),
    TrainContentCommand.Create(),
    CrossValidateCommand.Create(),
    TrainIssuesCommand.Create(),
    ClusterWordsCommand.Create(),
    TrainNamesCommand.Create(),
    NamesCommand.Create(),
    SentencesCommand.Create(),
    SummariesCommand.Create(),
    TrainSummariesCommand.Create(),
    TrainDigestsCommand.Create(),
    StoriesCommand.Create(),
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
