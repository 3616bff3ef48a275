using FsCheck;
using FsCheck.Xunit;
using Pipeline.Text.Matching;
using Xunit;

namespace Pipeline.Text.Tests.Matching;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("U.S.-China talks", "U.S.|China|talks")]
    [InlineData("US–China", "US|China")]
    [InlineData("Russia’s war", "Russia|war")]
    [InlineData("the U.S.'s role", "the|U.S.|role")]
    [InlineData("workers' rights", "workers|rights")]
    [InlineData("don't", "don't")]
    [InlineData("military-to-military", "military|to|military")]
    [InlineData("COVID-19", "COVID|19")]
    [InlineData("F-16s, G7", "F|16s|G7")]
    [InlineData("end.", "end")]
    [InlineData("a.bc", "a|bc")]
    [InlineData(" \r\n\t", "")]
    public void Tokenize_Text_ReturnsWords(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Tokenizer.Tokenize(text).Select(token => text[token.Start..token.End])));

    [Theory]
    [InlineData("It ended. It began", 2)]
    [InlineData("Gov. Lee met Sen. Roe in the U.S. Capitol", 1)]
    [InlineData("He asked: “Why?” She left", 2)]
    [InlineData("version 2.5 of it", 1)]
    [InlineData("Roe v. Wade on Nov. 17", 1)]
    [InlineData("They sat in the sun. Rain came", 2)]
    public void Tokenize_Text_TellsSentences(string text, int sentences) =>
        Assert.Equal(sentences, Tokenizer.Tokenize(text)[^1].Sentence + 1);

    [Fact]
    public void Tokenize_BlankLine_StartsParagraphAndSentence()
    {
        var tokens = Tokenizer.Tokenize("a line\nwrapped\r\n\r\nnext");

        Assert.Equal([0, 0, 0, 1], tokens.Select(token => token.Paragraph));
        Assert.Equal([0, 0, 0, 1], tokens.Select(token => token.Sentence));
    }

    [Theory]
    [InlineData("spy, balloon", true)]
    [InlineData("spy (balloon)", true)]
    [InlineData("spy - balloon", true)]
    [InlineData("spy-balloon", false)]
    [InlineData("spy “balloon”", false)]
    [InlineData("spy\nballoon", false)]
    public void Tokenize_Punctuation_BreaksPhrases(string text, bool breaks) =>
        Assert.Equal(breaks, Tokenizer.Tokenize(text)[1].AfterBreak);

    [Theory]
    [InlineData("SENATE VOTES ON ICE FUNDS", true)]
    [InlineData("Senate votes on ICE funds", false)]
    [InlineData("U.S. EPA", false)]
    public void Tokenize_SentenceInCapitals_IsShouted(string text, bool shouted) =>
        Assert.All(Tokenizer.Tokenize(text), token => Assert.Equal(shouted, token.Shouted));

    [Property]
    public bool Tokenize_AnyText_ReturnsTokensInOrderInsideIt(NonNull<string> text)
    {
        var end = 0;
        foreach (var token in Tokenizer.Tokenize(text.Get))
        {
            if (token.Start < end || token.Length < 1 || token.End > text.Get.Length)
            {
                return false;
            }

            end = token.End;
        }

        return true;
    }
}
