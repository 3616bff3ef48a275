using Pipeline.Text.Parsing.PlainText;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.PlainText;

public sealed class PassageClassifierTests
{
    private const string Body = "The two sides met on Friday for the first time in a year, and agreed to meet again.";

    [Theory]
    [InlineData("The border", "The border")]
    [InlineData("## The border", "The border")]
    [InlineData("**The border**", "The border")]
    [InlineData("THE BORDER", "THE BORDER")]
    public void Classify_ShortLineAboveParagraph_IsHeading(string line, string expected)
    {
        var passages = PassageClassifier.Classify([Body, line, Body]);

        Assert.Equal((BlockKind.Heading, expected), (passages[1].Kind, passages[1].Text));
    }

    [Theory]
    [InlineData("It rained.")]
    [InlineData("“It rained”")]
    [InlineData("But why?")]
    [InlineData("Here is what they said:")]
    [InlineData("and so they left")]
    public void Classify_OtherShortLine_IsParagraph(string line) =>
        Assert.Equal(BlockKind.Paragraph, PassageClassifier.Classify([Body, line, Body])[1].Kind);

    [Fact]
    public void Classify_ShortLineAtTheEnd_IsParagraph() =>
        Assert.Equal(BlockKind.Paragraph, PassageClassifier.Classify([Body, "The border"])[1].Kind);

    [Fact]
    public void Classify_SeveralQuestionsAboveParagraphs_AreHeadings()
    {
        var passages = PassageClassifier.Classify([Body, "What happened?", Body, "Why does it matter?", Body]);

        Assert.Equal([BlockKind.Heading, BlockKind.Heading], [passages[1].Kind, passages[3].Kind]);
    }

    [Theory]
    [InlineData("- one", "- two")]
    [InlineData("* one", "* two")]
    [InlineData("• one", "• two")]
    [InlineData("1. one", "2. two")]
    [InlineData("(1) one", "(2) two")]
    public void Classify_SeveralMarkers_AreListItems(string first, string second)
    {
        var passages = PassageClassifier.Classify([Body, first, second]);

        Assert.Equal([(BlockKind.ListItem, "one"), (BlockKind.ListItem, "two")], passages.Skip(1).Select(passage => (passage.Kind, passage.Text)));
    }

    [Fact]
    public void Classify_OneMarkerAlone_IsParagraphWithIt()
    {
        var passages = PassageClassifier.Classify([Body, "- one", Body]);

        Assert.Equal((BlockKind.Paragraph, "- one"), (passages[1].Kind, passages[1].Text));
    }
}
