namespace Pipeline.Evaluation.Names;

/// <summary>Adds to labelled sentences what they lack: headlines in capitals and in title case, results and datelines.</summary>
internal static class Augmentation
{
    // Shares chosen by trying a few on the open parts of the labelled data.
    private const int OneInShouted = 12;
    private const int OneInTitled = 25;
    private const int OneTableIn = 12;

    /// <summary>Returns the sentences to add.</summary>
    /// <param name="sentences">The labelled sentences.</param>
    /// <param name="random">Chooses sentences, forms and names.</param>
    public static IReadOnlyList<LabelledSentence> Of(IReadOnlyList<LabelledSentence> sentences, Random random)
    {
        var added = new List<LabelledSentence>();
        foreach (var sentence in sentences)
        {
            if (random.Next(OneInShouted) == 0)
            {
                added.Add(CaseVariants.Shout(sentence));
            }
            else if (random.Next(OneInTitled) == 0)
            {
                added.Add(CaseVariants.Title(sentence));
            }
        }

        added.AddRange(new ResultTables(new NamePools(random)).Make(sentences.Count / OneTableIn));
        return added;
    }
}
