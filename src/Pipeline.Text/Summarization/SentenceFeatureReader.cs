namespace Pipeline.Text.Summarization;

/// <summary>Evidence of tags, one number a sentence.</summary>
/// <param name="Issues">Of the article's issues.</param>
/// <param name="Actors">Of its actors.</param>
internal readonly record struct EvidenceByFeature(double[] Issues, double[] Actors);

/// <summary>Reads the features of one sentence after the other.</summary>
/// <param name="text">The article's text.</param>
/// <param name="statistics">How the article uses its terms.</param>
/// <param name="vectors">The sentences' terms.</param>
/// <param name="leanings">On what each sentence leans.</param>
/// <param name="ranks">How central each sentence is.</param>
/// <param name="title">The title's terms; empty where there is none.</param>
/// <param name="evidence">The sentences' evidence of tags.</param>
internal sealed class SentenceFeatureReader(
    string text, TermStatistics statistics, TermVector[] vectors, Leaning[] leanings, double[] ranks, TermVector title, EvidenceByFeature evidence)
{
    private static readonly int Count = Enum.GetValues<SentenceFeature>().Length;

    // Sentences after which standing early counts a factor of e less: about the length of a news story's opening.
    private const double OpeningSentences = 6;

    // From 12 words on a sentence is not short; 22 words are usual in news prose.
    private const double FullSentenceWords = 12;
    private const double TypicalWords = 22;
    private const double MaxLengthRatio = 4;

    // "The suspect fled" says more without its context than "He fled". Chosen by hand.
    private const double LeaningOnNearby = 0.5;

    /// <summary>Reads a sentence's features.</summary>
    public double[] Read(SummaryCandidate sentence)
    {
        var row = new double[Count];
        var i = sentence.Index;
        var span = text.AsSpan(sentence.Span.Start, sentence.Span.Length);
        Set(SentenceFeature.Early, Math.Exp(-i / OpeningSentences));
        Set(SentenceFeature.Opening, Math.Exp(-i));
        Set(SentenceFeature.ParagraphStart, sentence.StartsParagraph ? 1 : 0);
        Set(SentenceFeature.Centrality, ranks[i]);
        Set(SentenceFeature.Frequency, statistics.Frequency(sentence.Terms));
        Set(SentenceFeature.LeadOverlap, i == 0 ? 0 : vectors[i].Similarity(vectors[0]));
        Set(SentenceFeature.TitleOverlap, vectors[i].Similarity(title));
        Set(SentenceFeature.Issues, evidence.Issues[i]);
        Set(SentenceFeature.Actors, evidence.Actors[i]);
        Set(SentenceFeature.Length, Math.Min(MaxLengthRatio, sentence.WordCount / TypicalWords));
        Set(SentenceFeature.Shortness, Math.Max(0, 1 - (sentence.WordCount / FullSentenceWords)));
        Set(SentenceFeature.Quotation, span[0] is '"' or '“' or '\'' or '‘' or '`' or '«' or '„' ? 1 : 0);
        Set(SentenceFeature.Number, span.ContainsAnyInRange('0', '9') ? 1 : 0);
        Set(SentenceFeature.ListItem, sentence.IsListItem ? 1 : 0);
        Set(SentenceFeature.Leaning, leanings[i] switch { Leaning.None => 0, Leaning.OnNearby => LeaningOnNearby, _ => 1 });
        CountCues(span, row);
        return row;

        void Set(SentenceFeature feature, double value) => row[(int)feature] = value;
    }

    private static void CountCues(ReadOnlySpan<char> sentence, double[] row)
    {
        for (var i = 0; i < sentence.Length; i++)
        {
            var start = i;
            while (i < sentence.Length && (char.IsLetter(sentence[i]) || (i > start && sentence[i] is '\'' or '’')))
            {
                i++;
            }

            if (i > start && CueWords.Classify(sentence[start..i]) is { } feature)
            {
                row[(int)feature]++;
            }
        }

        Saturate(SentenceFeature.FirstPerson);
        Saturate(SentenceFeature.EventCue);
        Saturate(SentenceFeature.AsideCue);

        void Saturate(SentenceFeature feature) => row[(int)feature] /= row[(int)feature] + 1;
    }
}
