using Pipeline.Text.Parsing.Elements.Titles;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Elements.Titles;

public sealed class DerivedTitleTests
{
    [Theory]
    [InlineData("The central bank kept its rate on Friday. It said so in a statement.", "The central bank kept its rate on Friday")]
    [InlineData("Will the bank cut its rate? Most think so.", "Will the bank cut its rate?")]
    [InlineData("The bill now goes to the U.S. Senate, Sen. Doe said. It passed narrowly.", "The bill now goes to the U.S. Senate, Sen. Doe said")]
    [InlineData("They moved to the U.S.", "They moved to the U.S.")]
    [InlineData("In a sign of easing tension after months of dispute over fishing rights, the two governments agreed on Friday to open both ports. More will follow.", "The two governments agreed on Friday to open both ports")]
    [InlineData("The finance minister said the budget would be balanced by the end of the decade, after years of debt that had grown under three governments.", "The finance minister said the budget would be balanced by the end of the decade…")]
    [InlineData("The finance minister said on Friday in parliament that the budget of the state would be balanced by the end of the decade.", "The finance minister said on Friday in parliament that the budget of the state would be balanced…")]
    [InlineData("政府は金曜日、新しい予算案を発表した。詳細は来週。", "政府は金曜日、新しい予算案を発表した")]
    public void From_Paragraph_ReturnsTitle(string paragraph, string expected) =>
        Assert.Equal(expected, DerivedTitle.From(paragraph));

    [Fact]
    public void From_NoLetters_ReturnsNull() =>
        Assert.Null(DerivedTitle.From("… — …"));

    [Fact]
    public void From_OneEndlessWord_CutsBetweenCharacters()
    {
        var title = DerivedTitle.From(string.Concat(Enumerable.Repeat("😀x", 500)))!;

        Assert.InRange(title.Length, 2, DerivedTitle.MaxLength);
        Assert.EndsWith("…", title, StringComparison.Ordinal);
        Assert.False(char.IsHighSurrogate(title[^2]));
    }
}
