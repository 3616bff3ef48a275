using Pipeline.Text.Parsing.Elements;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Elements;

public sealed class ClosingMatterTests
{
    private const string Body = "The city council voted on Friday to close two streets to cars.";

    [Theory]
    [InlineData("###")]
    [InlineData("-30-")]
    [InlineData("* * *")]
    [InlineData("(Reporting by Jane Doe in Oslo; Editing by John Roe)")]
    [InlineData("Reporting by Jane Doe; editing by John Roe")]
    [InlineData("Copyright © 2023 The Northern Herald")]
    [InlineData("© 2023 The Northern Herald. All rights reserved.")]
    [InlineData("Read more: Council to vote on streets")]
    [InlineData("Subscribe to our newsletter for more stories.")]
    [InlineData("Advertisement")]
    public void Remove_PlainlyNotTheArticle_IsTakenOut(string text)
    {
        var (passages, _) = ClosingMatter.Remove([Passage(Body), Passage(text)], TestContext.Current.CancellationToken);

        Assert.Equal([Passage(Body)], passages);
    }

    [Theory]
    [InlineData("Reporting by the agency is under review, the council said.")]
    [InlineData("Copyright law is to be changed, the council said.")]
    [InlineData("Subscribe to the view that cars must go, and much follows.")]
    [InlineData("The end of the street is near the river.")]
    [InlineData("Share prices fell by 3 percent.")]
    public void Remove_Prose_Stays(string text)
    {
        var (passages, _) = ClosingMatter.Remove([Passage(Body), Passage(text)], TestContext.Current.CancellationToken);

        Assert.Equal(2, passages.Count);
    }

    [Theory]
    [InlineData("(Reporting by Jane Doe and John Roe in London; Editing by Jean Doe)", "Jane Doe|John Roe")]
    [InlineData("(Reporting by JANE DOE; Writing by John Roe)", "Jane Doe")]
    [InlineData("(Editing by Jean Doe)", "")]
    public void Remove_Credit_NamesReporters(string text, string expected)
    {
        var (_, reporters) = ClosingMatter.Remove([Passage(Body), Passage(text)], TestContext.Current.CancellationToken);

        Assert.Equal(expected, string.Join('|', reporters));
    }

    private static Passage Passage(string text) => new(BlockKind.Paragraph, text);
}
