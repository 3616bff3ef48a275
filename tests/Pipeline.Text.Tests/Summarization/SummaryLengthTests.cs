using Pipeline.Text.Summarization;
using Xunit;

namespace Pipeline.Text.Tests.Summarization;

public sealed class SummaryLengthTests
{
    private static readonly Summary Summary = new([new SummarySentence("One two three.", 20, 14), new SummarySentence("Four\u00a0five\t six.", 0, 15), new SummarySentence("Seven.", 40, 6)]);

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 0)]
    [InlineData(2, 2)]
    [InlineData(1_000_000_000, 3)]
    public void Cut_Sentences_TakesAsManyAsThereAre(int sentences, int expected) => Assert.Equal(expected, new SummaryLength(sentences).Cut(Summary).Count);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 1)]
    [InlineData(6, 2)]
    [InlineData(7, 3)]
    public void Cut_Words_TakesTheBestThatFitAndOneAtLeast(int words, int expected) => Assert.Equal(expected, new SummaryLength(10, words).Cut(Summary).Count);

    [Fact]
    public void Cut_BestSentences_ComeInReadingOrder() => Assert.Equal([0, 20], new SummaryLength(2).Cut(Summary).Select(sentence => sentence.Start));
}
