using Pipeline.Text.Summarization;
using Xunit;

namespace Pipeline.Text.Tests.Summarization;

public sealed class TermReaderTests
{
    [Theory]
    [InlineData("The voters voted.", 3, 2)]
    [InlineData("市议会关闭旧桥。", 4, 6)]
    [InlineData("AI技术", 2, 2)]
    [InlineData("पुल बंद है", 3, 3)]
    public void Read_Sentence_CountsWordsAndTerms(string sentence, int words, int terms)
    {
        var read = new TermReader().Read(sentence, out var count);

        Assert.Equal((words, terms), (count, read.Length));
    }

    [Fact]
    public void Read_ChineseSentencesThatShareCharacters_ShareTerms()
    {
        var reader = new TermReader();

        var shared = reader.Read("市议会周一关闭旧桥。", out _).Intersect(reader.Read("旧桥由市议会关闭。", out _));

        Assert.Equal(4, shared.Count());
    }
}
