using Pipeline.Text.Tagging.Actors;
using Pipeline.Text.Tagging.Actors.Recognition;

namespace Pipeline.Evaluation.Names;

/// <summary>Learns a model of names from labelled sentences.</summary>
/// <param name="gazetteer">The gazetteer.</param>
/// <param name="lists">The lists of names.</param>
/// <param name="clusters">The word clusters.</param>
/// <param name="log">Hears how it goes.</param>
internal sealed class NameTraining(Gazetteer gazetteer, NameLists lists, WordClusters clusters, Action<string> log)
{
    // All chosen by cross-validation on the labelled data.
    private const int Epochs = 7;
    private const int FullRepeats = 4;
    private const int Seed = 1;

    /// <summary>Learns and returns the model's file.</summary>
    /// <param name="corpora">Labelled sentences, file by file. Those with labels of all types count for more than those that leave some out.</param>
    public byte[] Train(IReadOnlyList<IReadOnlyList<LabelledSentence>> corpora)
    {
        var random = new Random(Seed);
        var set = new TrainingSet(gazetteer, lists, clusters);
        LabelledSentence[] all = [.. corpora.SelectMany(corpus => corpus)];
        foreach (var corpus in corpora)
        {
            var isFull = corpus is [{ MayMiss: false }, ..];
            for (var repeat = 0; repeat < (isFull ? FullRepeats : 1); repeat++)
            {
                set.Add(corpus, random);
            }
        }

        set.Add(Augmentation.Of(all, random), random);
        log($"{set.Sentences.Count} sentences, {set.Hashes.Count} features");
        return NameModelWriter.Write(set.Hashes, Learn(set, random));
    }

    private PerceptronTrainer Learn(TrainingSet set, Random random)
    {
        var trainer = new PerceptronTrainer(set.Hashes.Count);
        var sentences = set.Sentences.ToArray();
        for (var epoch = 1; epoch <= Epochs; epoch++)
        {
            random.Shuffle(sentences);
            log($"epoch {epoch}: {trainer.Learn(sentences)} sentences right");
        }

        return trainer;
    }
}
