using FsCheck.Xunit;
using Pipeline.Text.Tagging.Actors.Recognition;
using Xunit;

namespace Pipeline.Text.Tests.Tagging.Actors.Recognition;

public sealed class NameDecoderTests
{
    private static readonly int[] NoTransitions = new int[NameLabels.Count * NameLabels.Count];

    [Fact]
    public void Decode_BestLabelsThatMayNotFollow_ChoosesTheBestThatMay()
    {
        var first = NameLabels.Of(NameType.Person, isFirst: true, isLast: false);
        var last = NameLabels.Of(NameType.Person, isFirst: false, isLast: true);
        var scores = new int[2 * NameLabels.Count];
        scores[first] = 10;
        scores[NameLabels.Count + NameLabels.Of(NameType.Location, isFirst: false, isLast: true)] = 9;
        scores[NameLabels.Count + last] = 5;
        var labels = new byte[2];

        new NameDecoder().Decode(scores, NoTransitions, labels);

        Assert.Equal([(byte)first, (byte)last], labels);
    }

    [Fact]
    public void Decode_Transition_Counts()
    {
        var only = NameLabels.Of(NameType.Person, isFirst: true, isLast: true);
        var scores = new int[2 * NameLabels.Count];
        scores[NameLabels.Count + only] = 1;
        var transitions = new int[NameLabels.Count * NameLabels.Count];
        for (var from = 0; from < NameLabels.Count; from++)
        {
            transitions[(from * NameLabels.Count) + only] = -2;
        }

        var labels = new byte[2];

        new NameDecoder().Decode(scores, transitions, labels);

        Assert.Equal([NameLabels.Outside, NameLabels.Outside], labels);
    }

    [Property(MaxTest = 200)]
    public void Decode_AnyScores_GivesNamesThatBeginAndEnd(short[] seeds)
    {
        var labels = new byte[seeds.Length / NameLabels.Count];
        var scores = seeds.Select(seed => (int)seed).Take(labels.Length * NameLabels.Count).ToArray();
        var names = new List<RecognizedName>();

        new NameDecoder().Decode(scores, NoTransitions, labels);
        NameRecognizer.ReadNames(labels, names);

        Assert.Equal(labels.Count(label => label != NameLabels.Outside), names.Sum(name => name.End - name.Start));
    }
}
