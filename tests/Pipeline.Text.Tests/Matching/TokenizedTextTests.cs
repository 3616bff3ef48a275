using FsCheck.Xunit;
using Pipeline.Text.Matching;
using Xunit;

namespace Pipeline.Text.Tests.Matching;

public sealed class TokenizedTextTests
{
    [Property]
    public void EachWord_IsFoldedAndHasItsKey(string? text)
    {
        var words = new TokenizedText(text ?? "");

        for (var i = 0; i < words.Tokens.Length; i++)
        {
            var folded = WordFolder.Fold(words.WrittenAt(i));
            Assert.Equal(folded, words.FoldedAt(i).ToString());
            Assert.Equal(WordForms.KeyOf(folded), words.KeyAt(i).ToString());
        }
    }

    [Theory]
    [InlineData("Cities", "cities", "citi")]
    [InlineData("happy", "happy", "happi")]
    [InlineData("shot", "shot", "shoot")]
    [InlineData("Zürich", "zurich", "zurich")]
    [InlineData("ﬁﬀﬃ", "fiffffi", "fiffffi")]
    public void Word_HasTheKeyOfItsForms(string word, string folded, string key)
    {
        var words = new TokenizedText($"before {word} after");

        Assert.Equal((folded, key), (words.FoldedAt(1).ToString(), words.KeyAt(1).ToString()));
        Assert.Equal(StableHash.Of(key), words.HashAt(1));
        Assert.Equal("after", words.FoldedAt(2).ToString());
    }

    [Fact]
    public void WordsThatGrowWhenFolded_HaveRoom()
    {
        // Each letter stands for eighteen.
        var words = new TokenizedText(string.Join(' ', Enumerable.Repeat("\uFDFA\uFDFA", 100)));

        Assert.Equal(100, words.Tokens.Length);
        Assert.All(Enumerable.Range(0, 100), i => Assert.Equal(WordFolder.Fold(words.WrittenAt(i)), words.FoldedAt(i).ToString()));
    }

    [Fact]
    public void WordTooLong_IsEmpty()
    {
        var words = new TokenizedText(new string('a', WordFolder.MaxLength + 1));

        Assert.True(words.FoldedAt(0).IsEmpty);
        Assert.True(words.KeyAt(0).IsEmpty);
    }
}
