using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Pipeline.Text.Tagging.Actors.Recognition;

namespace Pipeline.Evaluation.Names;

/// <summary>
/// Learns weights by the averaged structured perceptron: Collins, "Discriminative Training Methods for Hidden Markov Models"
/// (EMNLP 2002). Where the data leave labels open, the best allowed sequence stands for the right one.
/// </summary>
internal sealed class PerceptronTrainer(int featureCount)
{
    private const int Forbidden = -1_000_000;

    private readonly int[] _weights = new int[featureCount * NameModel.Lanes];
    private readonly long[] _totals = new long[featureCount * NameModel.Lanes];
    private readonly int[] _transitions = new int[NameLabels.Count * NameLabels.Count];
    private readonly long[] _transitionTotals = new long[NameLabels.Count * NameLabels.Count];
    private readonly NameDecoder _decoder = new();
    private readonly List<int> _scores = [];
    private readonly List<int> _allowedScores = [];
    private readonly List<byte> _predicted = [];
    private readonly List<byte> _right = [];
    private long _step = 1;

    /// <summary>Learns from sentences, in order, once.</summary>
    /// <returns>How many of them were labelled right.</returns>
    public int Learn(IEnumerable<TrainingSentence> sentences)
    {
        var right = 0;
        foreach (var sentence in sentences)
        {
            right += Learn(sentence) ? 1 : 0;
            _step++;
        }

        return right;
    }

    /// <summary>Returns the mean of a weight over all steps.</summary>
    /// <param name="index">The feature's index.</param>
    /// <param name="lane">The label but one.</param>
    public double Weight(int index, int lane)
    {
        var i = (index * NameModel.Lanes) + lane;
        return _weights[i] - ((double)_totals[i] / _step);
    }

    /// <summary>Returns the mean of a transition's weight over all steps.</summary>
    /// <param name="index">The transition.</param>
    public double Transition(int index) => _transitions[index] - ((double)_transitionTotals[index] / _step);

    private bool Learn(TrainingSentence sentence)
    {
        var count = sentence.Ends.Length;
        CollectionsMarshal.SetCount(_scores, count * NameLabels.Count);
        CollectionsMarshal.SetCount(_allowedScores, count * NameLabels.Count);
        CollectionsMarshal.SetCount(_predicted, count);
        CollectionsMarshal.SetCount(_right, count);
        var scores = CollectionsMarshal.AsSpan(_scores);
        Score(sentence, scores);
        var predicted = CollectionsMarshal.AsSpan(_predicted);
        _decoder.Decode(scores, _transitions, predicted);
        if (IsAllowed(sentence, predicted))
        {
            return true;
        }

        var allowed = CollectionsMarshal.AsSpan(_allowedScores);
        for (var i = 0; i < scores.Length; i++)
        {
            var isAllowed = (sentence.Allowed[i / NameLabels.Count] >> (i % NameLabels.Count) & 1) != 0;
            allowed[i] = isAllowed ? scores[i] : Forbidden;
        }

        var right = CollectionsMarshal.AsSpan(_right);
        _decoder.Decode(allowed, _transitions, right);
        Update(sentence, right, predicted);
        return false;
    }

    private void Score(TrainingSentence sentence, Span<int> scores)
    {
        scores.Clear();
        var start = 0;
        for (var i = 0; i < sentence.Ends.Length; i++)
        {
            var word = scores.Slice((i * NameLabels.Count) + 1, NameModel.Lanes);
            if (sentence.Ends[i] == start)
            {
                word.Fill(Forbidden);
            }

            foreach (var feature in sentence.Features.AsSpan(start..sentence.Ends[i]))
            {
                Add(_weights.AsSpan(feature * NameModel.Lanes, NameModel.Lanes), word);
            }

            start = sentence.Ends[i];
        }
    }

    private static void Add(ReadOnlySpan<int> weights, Span<int> sums)
    {
        var sum = Vector512.Create<int>(sums) + Vector512.Create(weights);
        sum.CopyTo(sums);
    }

    private static bool IsAllowed(TrainingSentence sentence, ReadOnlySpan<byte> labels)
    {
        for (var i = 0; i < labels.Length; i++)
        {
            if ((sentence.Allowed[i] >> labels[i] & 1) == 0)
            {
                return false;
            }
        }

        return true;
    }

    private void Update(TrainingSentence sentence, ReadOnlySpan<byte> right, ReadOnlySpan<byte> predicted)
    {
        var start = 0;
        for (var i = 0; i < right.Length; i++)
        {
            if (right[i] != predicted[i])
            {
                foreach (var feature in sentence.Features.AsSpan(start..sentence.Ends[i]))
                {
                    Change(feature, right[i], 1);
                    Change(feature, predicted[i], -1);
                }
            }

            ChangeTransition(i == 0 ? NameLabels.Outside : right[i - 1], right[i], 1);
            ChangeTransition(i == 0 ? NameLabels.Outside : predicted[i - 1], predicted[i], -1);

            start = sentence.Ends[i];
        }
    }

    private void Change(int feature, byte label, int by)
    {
        if (label != NameLabels.Outside)
        {
            var i = (feature * NameModel.Lanes) + label - 1;
            _weights[i] += by;
            _totals[i] += by * _step;
        }
    }

    private void ChangeTransition(int from, int to, int by)
    {
        var index = (from * NameLabels.Count) + to;
        _transitions[index] += by;
        _transitionTotals[index] += by * _step;
    }
}
