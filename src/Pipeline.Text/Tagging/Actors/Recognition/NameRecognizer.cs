using System.Runtime.InteropServices;

namespace Pipeline.Text.Tagging.Actors.Recognition;

/// <summary>A name that the recogniser found.</summary>
/// <param name="Start">The first word.</param>
/// <param name="End">The word past the last.</param>
/// <param name="Type">What is named.</param>
internal readonly record struct RecognizedName(int Start, int End, NameType Type);

/// <summary>Finds names in English sentences by a linear model over sequences of labels. Not safe for use by many threads at once.</summary>
internal sealed class NameRecognizer(NameModel model, NameFeatures features)
{
    // Less than any weights add up to.
    private const int Excluded = -1_000_000;

    private readonly NameDecoder _decoder = new();
    private readonly FeatureList _features = new();
    private readonly List<int> _scores = [];
    private readonly List<byte> _labels = [];

    /// <summary>Finds the names of a sentence.</summary>
    /// <param name="words">The sentence.</param>
    /// <param name="known">The gazetteer's names in it.</param>
    /// <param name="statistics">How the article writes words.</param>
    /// <param name="names">Where the names go, in order; emptied first.</param>
    public void Recognize(SentenceWords words, IReadOnlyList<NameCandidate> known, CapitalStatistics statistics, List<RecognizedName> names)
    {
        features.Extract(words, known, statistics, _features);
        CollectionsMarshal.SetCount(_scores, words.Count * NameLabels.Count);
        CollectionsMarshal.SetCount(_labels, words.Count);
        var scores = CollectionsMarshal.AsSpan(_scores);
        for (var i = 0; i < words.Count; i++)
        {
            var word = scores.Slice(i * NameLabels.Count, NameLabels.Count);
            if (_features[i].IsEmpty)
            {
                word.Fill(Excluded);
                word[NameLabels.Outside] = 0;
            }
            else
            {
                model.Score(_features[i], word);
            }
        }

        _decoder.Decode(scores, model.Transitions, CollectionsMarshal.AsSpan(_labels));
        ReadNames(CollectionsMarshal.AsSpan(_labels), names);
    }

    /// <summary>Reads the names that labels give.</summary>
    /// <param name="labels">The labels, one a word.</param>
    /// <param name="names">Where the names go, in order; emptied first.</param>
    internal static void ReadNames(ReadOnlySpan<byte> labels, List<RecognizedName> names)
    {
        names.Clear();
        var start = 0;
        for (var i = 0; i < labels.Length; i++)
        {
            if (NameLabels.Begins(labels[i]))
            {
                start = i;
            }

            if (labels[i] != NameLabels.Outside && NameLabels.Ends(labels[i]))
            {
                names.Add(new RecognizedName(start, i + 1, NameLabels.TypeOf(labels[i])));
            }
        }
    }
}
