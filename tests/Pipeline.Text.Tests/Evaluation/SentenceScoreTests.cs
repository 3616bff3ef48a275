using Pipeline.Evaluation.Sentences;
using Xunit;

namespace Pipeline.Text.Tests.Evaluation;

public sealed class SentenceScoreTests
{
    [Fact]
    public void Of_EndsFoundAndMissed_CountsThoseWithinTheTexts()
    {
        SplitText[] texts =
        [
            new("1", "A b. C d. E.", ["A b.", "C d.", "E."], ["A b. C d.", "E."]),
            new("2", "F. G.", ["F. G."], ["F.", "G."]),
            new("3", "H.", ["H."], ["H."]),
        ];

        var score = SentenceScore.Of(texts);

        Assert.Equal((3, 2, 0.5, 0.5, 0.5), (score.N, score.Boundaries, score.Precision, score.Recall, score.F1));
        Assert.Equal(1 / 3.0, score.TextsAllRight, 6);
    }
}
