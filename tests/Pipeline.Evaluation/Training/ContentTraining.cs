using System.Globalization;
using Pipeline.Text.Parsing.Html.Content;

namespace Pipeline.Evaluation.Training;

/// <summary>Learns the model of which blocks of a page are its article, and what it makes of pages that it has not seen.</summary>
/// <param name="options">How trees are grown.</param>
internal sealed class ContentTraining(BoostingOptions options)
{
    /// <summary>The number of parts for cross-validation.</summary>
    public const int Folds = 5;

    // A word of fewer sites says more of them than of the web. Chosen.
    private const int MinNamePages = 4;
    private const int MinWordPages = 8;

    private const int Width = BlockFeatures.Count;

    private static readonly ParallelOptions Parallelism = new() { MaxDegreeOfParallelism = 2 };

    /// <summary>Labels pages and reads their features; names are scored by what the other parts teach of them.</summary>
    public static IReadOnlyList<LabelledPage> Read(IReadOnlyList<TrainingPage> pages)
    {
        var labelled = new LabelledPage[pages.Count];
        Parallel.For(0, pages.Count, Parallelism, i => labelled[i] = LabelledPage.Read(pages[i]));
        foreach (var (learning, others) in Split(labelled))
        {
            var names = new NameScores(WordLearner.Learn(learning, page => page.NameShares, MinNamePages));
            var words = new WordScores(WordLearner.Learn(learning, page => page.WordShares, MinWordPages));
            Parallel.ForEach(others, Parallelism, page =>
            {
                var (blocks, facts) = page.Page.Read();
                page.Features = BlockFeatures.Of(PageBlocks.Read(blocks, names, words, CancellationToken.None), facts, CancellationToken.None);
            });
        }

        return labelled;
    }

    /// <summary>Learns a model for each fold from the pages of the others.</summary>
    public IEnumerable<(ContentModel Model, IReadOnlyList<LabelledPage> Unseen)> CrossValidate(IReadOnlyList<LabelledPage> pages) =>
        Split(pages).Select(fold => (Learn(fold.Learning), fold.Others));

    /// <summary>Learns from all pages and writes the model.</summary>
    public void Write(IReadOnlyList<LabelledPage> pages, TextWriter model)
    {
        model.NewLine = "\n";
        model.WriteLine("# Which blocks of a web page are its article. Made by `train-content`; see README.md.");
        model.WriteLine(ContentModel.NamesHeader);
        Write(WordLearner.Learn(pages, page => page.NameShares, MinNamePages), model);
        model.WriteLine(ContentModel.WordsHeader);
        Write(WordLearner.Learn(pages, page => page.WordShares, MinWordPages), model);
        model.WriteLine(ContentModel.TreesHeader);
        Train(pages).ForEach(model.WriteLine);
    }

    private static void Write(Dictionary<string, float> scores, TextWriter model)
    {
        foreach (var (word, score) in scores)
        {
            model.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{word} {score}"));
        }
    }

    private static IEnumerable<(IReadOnlyList<LabelledPage> Learning, IReadOnlyList<LabelledPage> Others)> Split(IReadOnlyList<LabelledPage> pages)
    {
        for (var fold = 0; fold < Folds; fold++)
        {
            yield return ([.. pages.Where(page => page.Page.Part % Folds != fold)], [.. pages.Where(page => page.Page.Part % Folds == fold)]);
        }
    }

    private ContentModel Learn(IReadOnlyList<LabelledPage> pages)
    {
        var model = new StringWriter();
        Write(pages, model);
        return ContentModel.Read(new StringReader(model.ToString()));
    }

    private List<string> Train(IReadOnlyList<LabelledPage> pages)
    {
        var rows = new List<float[]>();
        foreach (var page in pages)
        {
            for (var i = 0; i < page.Labels.Length; i++)
            {
                rows.Add(page.Features.AsSpan(i * Width, Width).ToArray());
            }
        }

        return BoostingTrainer.Train(BinnedRows.Of(rows, Width), [.. pages.SelectMany(page => page.Labels)], [.. pages.SelectMany(page => page.Weights)], options);
    }
}
