using Pipeline.Text.Tagging;
using Pipeline.Text.Tagging.Actors;
using Pipeline.Text.Tagging.Actors.Recognition;

namespace Pipeline.Evaluation.Names;

/// <summary>Scores each part of a file by a model that has not seen it.</summary>
internal static class CrossValidation
{
    /// <summary>Scores a file.</summary>
    /// <param name="sentences">Its sentences, in reading order; each part is a run of whole documents.</param>
    /// <param name="others">What the models learn from besides.</param>
    /// <param name="folds">The number of parts.</param>
    /// <param name="log">Hears how it goes.</param>
    public static NameScores Score(IReadOnlyList<LabelledSentence> sentences, IReadOnlyList<IReadOnlyList<LabelledSentence>> others, int folds, Action<string> log)
    {
        var gazetteer = Gazetteer.LoadBuiltIn();
        var lists = NameLists.LoadBuiltIn();
        var clusters = WordClusters.LoadBuiltIn();
        var training = new NameTraining(gazetteer, lists, clusters, log);
        var scores = new NameScores();
        for (var fold = 0; fold < folds; fold++)
        {
            var (start, end) = (Boundary(sentences, fold, folds), Boundary(sentences, fold + 1, folds));
            LabelledSentence[] rest = [.. sentences.Take(start), .. sentences.Skip(end)];
            var model = NameModel.Read(new MemoryStream(training.Train([.. others, rest])));
            scores.AddAll(new ActorTagger(gazetteer, lists, clusters, model), [.. sentences.Skip(start).Take(end - start)]);
            log($"part {fold + 1}: F1 so far {scores.Untyped.F1:0.0000} by place, {scores.Typed.F1:0.0000} by place and type");
        }

        return scores;
    }

    private static int Boundary(IReadOnlyList<LabelledSentence> sentences, int fold, int folds)
    {
        var boundary = sentences.Count * fold / folds;
        while (boundary > 0 && boundary < sentences.Count && sentences[boundary].Document is { } document && document == sentences[boundary - 1].Document)
        {
            boundary++;
        }

        return boundary;
    }
}
