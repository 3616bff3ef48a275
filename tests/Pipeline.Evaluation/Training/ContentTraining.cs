using System.Globalization;
using Pipeline.Text.Parsing.Html.Content;

namespace Pipeline.Evaluation.Training;

/// <summary>Learns the model of which blocks of a page are its article, and what it makes of pages that it has not seen.</summary>
/// <param name="options">How trees are grown.</param>
internal sealed class ContentTraining(BoostingOptions options)
{
    /// <summary>The number of parts for cross-validation.</summary>
    public const int Folds = 5;

    private const int Width = BlockFeatures.Count;

    private static readonly ParallelOptions Parallelism = new() { MaxDegreeOfParallelism = 2 };

    /// <summary>Labels pages and reads their features; names are scored by what the other parts teach of them.</summary>
    public static IReadOnlyList<LabelledPage> Read(IReadOnlyList<TrainingPage> pages)
    {
        var labelled = new LabelledPage[pages.Count];
        Parallel.For(0, pages.Count, Parallelism, i => labelled[i] = LabelledPage.Read(pages[i]));
        ForEachFold(labelled, (learning, others) =>
        {
            var names = new NameScores(NameLearner.Learn(learning));
            Parallel.ForEach(others, Parallelism, page =>
            {
                var (blocks, facts) = page.Page.Read();
                page.Features = BlockFeatures.Of(PageBlocks.Read(blocks, names, CancellationToken.None), facts, CancellationToken.None);
            });
        });
        return labelled;
    }

    /// <summary>Works out what models that have not seen the pages make of them.</summary>
    public void CrossValidate(IReadOnlyList<LabelledPage> pages) => ForEachFold(pages, (learning, others) =>
    {
        var trees = BoostedTrees.Parse(Train(learning));
        foreach (var page in others)
        {
            page.Probabilities = [.. Enumerable.Range(0, page.Labels.Length).Select(i => trees.Predict(page.Features.AsSpan(i * Width, Width)))];
        }
    });

    /// <summary>Learns from all pages and writes the model.</summary>
    public void Write(IReadOnlyList<LabelledPage> pages, TextWriter model)
    {
        model.NewLine = "\n";
        model.WriteLine("# Which blocks of a web page are its article. Made by `train-content`; see README.md.");
        model.WriteLine(ContentModel.NamesHeader);
        foreach (var (name, score) in NameLearner.Learn(pages))
        {
            model.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {score}"));
        }

        model.WriteLine(ContentModel.TreesHeader);
        Train(pages).ForEach(model.WriteLine);
    }

    private static void ForEachFold(IReadOnlyList<LabelledPage> pages, Action<IReadOnlyList<LabelledPage>, IReadOnlyList<LabelledPage>> action)
    {
        for (var fold = 0; fold < Folds; fold++)
        {
            action([.. pages.Where(page => page.Page.Part % Folds != fold)], [.. pages.Where(page => page.Page.Part % Folds == fold)]);
        }
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
