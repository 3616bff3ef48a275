using System.CommandLine;
using System.Globalization;
using Pipeline.Evaluation.Data;
using Pipeline.Evaluation.Scoring;

namespace Pipeline.Evaluation.Commands;

/// <summary>The verb <c>extraction</c>: articles read from labelled web pages.</summary>
internal static class ExtractionCommand
{
    public static Command Create()
    {
        var folders = new Argument<string[]>("FOLDER") { Description = "Folders of labelled pages: gold.jsonl beside html/.", Arity = ArgumentArity.OneOrMore };
        var part = EvaluationOptions.PartOf(Part.Dev);
        var output = new Option<string?>("--output") { Description = "Write what was read as JSON lines {\"id\",\"text\",\"title\",\"date\",\"author\"}.", HelpName = "FILE" };
        var withFaq = new Option<bool>("--with-faq") { Description = "Score the text joined by its questions and answers too, and write that." };
        var worst = new Option<int>("--worst") { Description = "Name the N pages with the lowest shingle F1; never of the part held out.", HelpName = "N" };
        var json = EvaluationOptions.Json();
        var command = new Command("extraction", "Read labelled web pages as the product does, and score text, title, date and authors.")
        {
            folders, part, output, withFaq, worst, json,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(worst) > 0 && result.GetValue(part) != Part.Dev)
            {
                result.AddError("--worst goes with --part dev alone: pages that are held out are not looked at.");
            }
        });
        command.SetAction((result, cancellationToken) =>
        {
            ExtractionRun[] runs = [.. result.GetRequiredValue(folders).Select(folder =>
                ExtractionRun.Read(PageFolder.Open(folder, result.GetValue(part)), cancellationToken))];
            ScoreReport.Write([.. runs.SelectMany(run => Rows(run, result.GetValue(withFaq)))], result.GetValue(json));
            WriteWorst(runs, result.GetValue(worst));
            if (result.GetValue(output) is { } file)
            {
                Prediction.WriteAll(file, runs.SelectMany(run => run.Predict(result.GetValue(withFaq))));
            }

            return Task.FromResult(0);
        });
        return command;
    }

    /// <summary>Returns the rows of a run: of the text alone, and with its questions and answers.</summary>
    public static IEnumerable<ScoreRow> Rows(ExtractionRun run, bool withFaq)
    {
        var rejected = run.Rejected;
        yield return new ScoreRow(run.Folder.Name, run.Folder.Pages.Count, rejected, ExtractionScore.Of(run.Score(withFaq: false)));
        if (withFaq)
        {
            yield return new ScoreRow($"{run.Folder.Name}, with FAQ", run.Folder.Pages.Count, rejected, ExtractionScore.Of(run.Score(withFaq: true)));
        }
    }

    private static void WriteWorst(IEnumerable<ExtractionRun> runs, int count)
    {
        var worst = runs.SelectMany(run => run.Score(withFaq: false).Select(page => (run.Folder.Name, page.Id, page.Shingles?.F1)))
            .Where(page => page.F1 is not null)
            .OrderBy(page => page.F1)
            .ThenBy(page => page.Id, StringComparer.Ordinal)
            .Take(count);
        foreach (var (folder, id, f1) in worst)
        {
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{f1:0.0000} {folder}/{id}"));
        }
    }
}
