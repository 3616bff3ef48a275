using Pipeline.Evaluation.Summaries;
using Xunit;

namespace Pipeline.Text.Tests.Evaluation;

public sealed class RougeTests
{
    [Fact]
    public void Of_SameText_IsOne()
    {
        var score = Score("The bridges were closed.", "The bridges were closed.");

        Assert.Equal((1, 1, 1), (score.Unigrams.F1, score.Bigrams.F1, score.Lines.F1));
    }

    [Fact]
    public void Of_PartOfTheWords_CountsEachOnce()
    {
        var score = Score("the the bridge closed", "the bridge reopened today");

        Assert.Equal((0.5, 0.5), (score.Unigrams.Precision, score.Unigrams.Recall));
        Assert.Equal(1 / 3.0, score.Bigrams.Precision, 6);
    }

    [Fact]
    public void Of_Inflections_CompareByTheirStems() => Assert.Equal(1, Score("closing bridges", "closed bridge").Unigrams.F1);

    [Fact]
    public void Of_Lines_TakesTheUnionOfTheirCommonSubsequences()
    {
        // The example of Lin (2004), section 3.2: w1 w2 and w1 w3 w5 of five words are four.
        var score = Score("w1 w2 w6 w7 w8\nw1 w3 w8 w9 w5", "w1 w2 w3 w4 w5");

        Assert.Equal((0.8, 0.4), (score.Lines.Recall, score.Lines.Precision));
    }

    [Fact]
    public void Of_SeveralReferences_IsTheMean() =>
        Assert.Equal(0.5, Rouge.Of(RougeText.Read("alpha"), [RougeText.Read("alpha"), RougeText.Read("beta")]).Unigrams.F1);

    [Fact]
    public void Read_WordLimit_CutsThere() => Assert.Equal(["one", "two", "three"], RougeText.Read("One-two three\nfour", 2).Words);

    private static Rouge Score(string summary, string reference) => Rouge.Of(RougeText.Read(summary), [RougeText.Read(reference)]);
}
