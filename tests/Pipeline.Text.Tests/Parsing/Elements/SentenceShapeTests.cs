using Pipeline.Text.Parsing.Elements;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Elements;

public sealed class SentenceShapeTests
{
    [Theory]
    [InlineData("It rained. They left.", "It rained.")]
    [InlineData("Mr. Doe met Dr. Roe. They left.", "Mr. Doe met Dr. Roe.")]
    [InlineData("The U.S. President spoke. They left.", "The U.S. President spoke.")]
    [InlineData("“It rained.” They left.", "“It rained.”")]
    [InlineData("It cost 3.5 million. They paid.", "It cost 3.5 million.")]
    [InlineData("雨が降った。彼らは去った。", "雨が降った。")]
    public void FirstSentenceEnd_Prose_IsPastItsStop(string text, string expected) =>
        Assert.Equal(expected, text[..SentenceShape.FirstSentenceEnd(text)]);

    [Theory]
    [InlineData("They left early.", true)]
    [InlineData("The council voted on Friday to close two streets", true)]
    [InlineData("总统周五表示，会谈将于下周继续进行。", true)]
    [InlineData("Short line", false)]
    [InlineData("Yes.", false)]
    [InlineData("12 34 56 78 90 12 34 56 78.", false)]
    [InlineData("", false)]
    public void IsProse_Text_IsTold(string text, bool expected) =>
        Assert.Equal(expected, SentenceShape.IsProse(text));
}
