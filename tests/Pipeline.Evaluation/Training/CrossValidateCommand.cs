using System.CommandLine;
using Pipeline.Evaluation.Commands;
using Pipeline.Evaluation.Data;
using Pipeline.Text.Parsing;
using Pipeline.Text.Parsing.Assembly;
using Pipeline.Text.Parsing.Html;
using Pipeline.Text.Parsing.Html.Content;

namespace Pipeline.Evaluation.Training;

/// <summary>
/// The verb <c>cross-validate</c>: reads each page as the product would with a model that was learned without it, and scores
/// what comes out, from start to end.
/// </summary>
internal static class CrossValidateCommand
{
    public static Command Create()
    {
        var folders = new Argument<string[]>("FOLDER") { Description = "Labelled pages: gold.jsonl and html/.", Arity = ArgumentArity.OneOrMore };
        var part = EvaluationOptions.PartOf(Part.Dev);
        var output = new Option<string?>("--output") { Description = "Write what was read as JSON lines {\"id\",\"text\",\"title\",\"date\",\"author\"}.", HelpName = "FILE" };
        var json = EvaluationOptions.Json();
        var command = new Command("cross-validate", $"Score pages by models learned from the others, in {ContentTraining.Folds} parts.") { folders, part, output, json };
        command.SetAction((result, cancellationToken) =>
        {
            PageFolder[] opened = [.. result.GetRequiredValue(folders).Select(folder => PageFolder.Open(folder, result.GetValue(part)))];
            var items = Read([.. opened.SelectMany(TrainingPage.ReadFolder)], cancellationToken);
            ExtractionRun[] runs = [.. opened.Select(folder => new ExtractionRun(folder, [.. folder.Pages.Select(page => items[(folder.Name, page.Id)])]))];
            ScoreReport.Write([.. runs.SelectMany(run => ExtractionCommand.Rows(run, withFaq: true))], result.GetValue(json));
            if (result.GetValue(output) is { } file)
            {
                Prediction.WriteAll(file, runs.SelectMany(run => run.Predict(withFaq: false)));
            }

            return Task.FromResult(0);
        });
        return command;
    }

    private static Dictionary<(string Folder, string Id), ParsedItem> Read(IReadOnlyList<TrainingPage> pages, CancellationToken cancellationToken)
    {
        var items = new Dictionary<(string Folder, string Id), ParsedItem>();
        var options = new ParsingOptions();
        var assembler = new ArticleAssembler(new LanguageIdentifier());
        foreach (var (model, unseen) in new ContentTraining(new BoostingOptions()).CrossValidate(ContentTraining.Read(pages)))
        {
            var parser = new ArticleParser([new HtmlArticleReader(assembler, options, new ContentExtractor(model))], options);
            var read = unseen.AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(page => page.Page.Parse(parser, cancellationToken));
            foreach (var (page, item) in unseen.Zip(read))
            {
                items.Add((page.Page.Folder.Name, page.Page.Gold.Id), item);
            }
        }

        return items;
    }
}
