using Pipeline.Text.Parsing.Elements;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Elements;

public sealed class SentenceShapeTests
{
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
