using Pipeline.Evaluation.Data;
using Pipeline.Evaluation.Scoring;
using Xunit;

namespace Pipeline.Text.Tests.Evaluation;

/// <summary>The figures are worked out by hand.</summary>
public sealed class ExtractionScorerTests
{
    [Theory]
    [InlineData("Don't re-enter: x_1 ½ Ⅷ ٣", "Don t re enter x_1 ½ Ⅷ ٣")]
    [InlineData("cafe\u0301s कि", "cafe s क")]
    [InlineData("总统说。𝒳y😀z", "总统说 𝒳y z")]
    [InlineData(" — … ", "")]
    public void Of_Text_SplitsAsPythonDoes(string text, string expected) => Assert.Equal(expected, string.Join(' ', Words.Of(text)));

    [Theory]
    [InlineData("İX", "i\u0307x")]
    [InlineData("ΣΑΣ ΣΑΣ’Σ Σ ΑΣ\u0301.", "σας σασ’ς σ ας\u0301.")]
    [InlineData("ẞǅÉ", "ßǆé")]
    public void Lower_Text_MapsAsPythonDoes(string text, string expected) => Assert.Equal(expected, Folding.Lower(text));

    [Fact]
    public void Fold_WhiteSpaceOfAllKinds_BecomesOneBlank() => Assert.Equal("a b c d", Folding.Fold("\u2029A\u00A0\u001C B\r\nC\u3000\u001Fd\u0085"));

    [Theory]
    [InlineData("a b c d e", "a b c d e", 2, 0, 0)]
    [InlineData("a b c d e", "a b c d x", 1, 1, 1)]
    [InlineData("a b c d a b c d", "a b c d", 1, 0, 4)]
    [InlineData("a b c d", "a b c d a b c d", 1, 4, 0)]
    [InlineData("a b c", "a b c", 1, 0, 0)]
    [InlineData("a b c", "a b c d", 0, 1, 1)]
    [InlineData("A b c d", "a b c d", 0, 1, 1)]
    [InlineData("a", "", 0, 0, 1)]
    public void Compare_Texts_CountsRunsOfFourWords(string gold, string predicted, int shared, int extra, int lost) =>
        Assert.Equal(new ShingleCounts(shared, extra, lost), ShingleCounts.Compare(Words.Of(gold), Words.Of(predicted)));

    [Theory]
    [InlineData("The cat, the dog", "THE cat sat", 4.0 / 7)]
    [InlineData("", "", 1)]
    [InlineData("a", "", 0)]
    [InlineData("", "a", 0)]
    public void F1_Texts_ComparesBagsOfWords(string gold, string predicted, double expected) =>
        Assert.Equal(expected, WordBags.F1(Words.Of(gold), Words.Of(predicted)), 1e-12);

    [Fact]
    public void Score_WholePages_SumsUpAsThePublishedScorersDo()
    {
        GoldPage[] gold =
        [
            new() { Id = "1", Text = "a b c d e", Title = "Talks: resume", Authors = "By Jane Doe and Ann", PublishDate = "2024-05-02T10:00Z", With = ["B  c", "zz"], Without = ["x"] },
            new() { Id = "2", Text = "a b c d", Title = "Rain", PublishDate = "2024-05-02", Without = ["cookie"] },
            new() { Id = "3", Text = "q r s t", Authors = "Bo", PublishDate = "May 2024" },
            new() { Id = "4", PublishDate = "2024-05-03" },
        ];
        Prediction[] predictions =
        [
            new("1", "A b\nc d e", "TALKS — resume!", "2024-05-02", "jane roe"),
            new("2", "a b c d e f cookie", "Rain today", "2024-05-03T00:00Z", "X"),
            new("4", "whatever", null, null, null),
        ];

        var score = ExtractionScore.Of([.. gold.Select(page => PageScorer.Score(page, predictions.SingleOrDefault(prediction => prediction.Id == page.Id)))]);

        // 1: one run of two, one of two given. 2: one of one, one of four given. 3: nothing was given, so it has no say in precision.
        Assert.Equal(new ShingleScore(3, 0.375, 0.5, 0.4286, 0), score.Shingles);

        // 1: all five words. 2: four of four, four of seven given: 8 of 11. 3: none.
        Assert.Equal(Math.Round((1 + (8.0 / 11)) / 3, 4), score.WordF1);
        Assert.Equal(0.5, score.WithRecall);
        Assert.Equal(0.5, score.WithoutAbsent);
        Assert.Equal(new DateScore(3, 2, 1, 0.3333), score.Date);
        Assert.Equal(new TitleScore(2, 0.5), score.Title);

        // 1: jane of jane, doe, ann, and one of two given: 2 of 5. 3: none.
        Assert.Equal(new AuthorScore(2, 0.2), score.Authors);
        Assert.Equal(1, score.Missing);
    }

    [Fact]
    public void Of_NoLabels_SaysNothing()
    {
        var score = ExtractionScore.Of([PageScorer.Score(new GoldPage { Id = "1" }, new Prediction("1", "a", "b", "2024-05-02", "c"))]);

        Assert.Equal(new ExtractionScore { Missing = 0 }, score);
    }

    [Theory]
    [InlineData(0.03125, 0.0312)]
    [InlineData(0.05625, 0.0563)]
    [InlineData(0.00005, 0.0001)]
    public void Round_Halves_GoesByTheNumbersVeryValue(double value, double expected) => Assert.Equal(expected, ExtractionScore.Round(value));

    [Theory]
    [InlineData("0001", false)]
    [InlineData("a", false)]
    [InlineData("page-2", true)]
    public void IsHeldOut_Id_GoesByItsHash(string id, bool expected)
    {
        Assert.Equal(expected, Parts.IsHeldOut(id));
        Assert.Equal(expected, Part.HeldOut.Holds(id));
        Assert.Equal(!expected, Part.Dev.Holds(id));
        Assert.True(Part.All.Holds(id));
    }
}
