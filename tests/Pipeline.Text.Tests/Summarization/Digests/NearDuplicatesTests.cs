using Pipeline.Text.Summarization.Digests;
using Xunit;

namespace Pipeline.Text.Tests.Summarization.Digests;

public sealed class NearDuplicatesTests
{
    [Fact]
    public void Find_ReprintWithAChangedEnd_RepeatsTheFirst()
    {
        int[] original = [.. Enumerable.Range(0, 100)];
        int[] reprint = [.. original[..85], .. Enumerable.Range(500, 15)];

        Assert.Equal([0, 0], Find(original, reprint));
    }

    [Fact]
    public void Find_ReportOfTheSameWithHalfItsRuns_IsAnArticleOfItsOwn()
    {
        int[] original = [.. Enumerable.Range(0, 100)];
        int[] other = [.. original[..40], .. Enumerable.Range(500, 60)];

        Assert.Equal([0, 1], Find(original, other));
    }

    [Fact]
    public void Find_ManyReprintsAmongOthers_AllRepeatTheFirst()
    {
        var articles = Enumerable.Range(0, 300).Select(i => (IReadOnlyList<int>)[.. Enumerable.Range(i % 3 == 0 ? 0 : i * 1000, 60), i]).ToList();

        var firsts = Find([.. articles]);

        Assert.All(Enumerable.Range(0, 300), i => Assert.Equal(i % 3 == 0 ? 0 : i, firsts[i]));
    }

    [Fact]
    public void Find_ArticlesOfTooFewTerms_AreNeverAlike() => Assert.Equal([0, 1, 2], Find([], [], [1, 2]));

    [Theory]
    [InlineData(new[] { 1, 2, 3 }, new[] { 1, 2, 9 }, 0)]
    [InlineData(new[] { 1, 2, 3 }, new[] { 7, 8, 9 }, 1)]
    [InlineData(new[] { 1, 2, 3 }, new int[0], 0)]
    public void Find_ReprintWithFigures_RepeatsTheFirstWhereMostOfThemAreThere(int[] figures, int[] others, int first)
    {
        int[] terms = [.. Enumerable.Range(0, 100)];

        Assert.Equal([0, first], NearDuplicates.Find([terms, terms], [figures, others]));
    }

    [Fact]
    public void Find_ReprintOfALaterOneOfAForm_RepeatsThatOne()
    {
        int[] terms = [.. Enumerable.Range(0, 100)];
        int[][] figures = [[1, 2, 3], [4, 5, 6], [7, 8, 9], [7, 8, 9], [4, 5, 6], [10, 11, 12]];

        Assert.Equal([0, 1, 2, 2, 1, 5], NearDuplicates.Find([.. figures.Select(_ => terms)], figures));
    }

    [Fact]
    public void Find_MoreOfAFormThanAreCompared_RepeatsTheFirstEight()
    {
        int[] terms = [.. Enumerable.Range(0, 100)];
        int[][] figures = [.. Enumerable.Range(0, 10).Select(i => new[] { 100 + i }), [107], [108]];

        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 7, 11], NearDuplicates.Find([.. figures.Select(_ => terms)], figures));
    }

    private static int[] Find(params IReadOnlyList<IReadOnlyList<int>> articles) => NearDuplicates.Find(articles, [.. articles.Select(_ => Array.Empty<int>())]);
}
