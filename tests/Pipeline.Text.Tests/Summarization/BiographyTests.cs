using Pipeline.Text.Summarization;
using Xunit;

namespace Pipeline.Text.Tests.Summarization;

public sealed class BiographyTests
{
    private const string Story = "The council of Northfield closed the old harbor bridge on Monday.";

    [Theory]
    [InlineData("Ida Lund is a senior fellow at the Northfield Institute.")]
    [InlineData("Ida Lund is a columnist for the Northfield Herald. She lives in Weston.")]
    [InlineData("Ida Lund is the author of a book on bridges.")]
    public void IsNote_AboutSomebodyWhomTheArticleDoesNotName_IsTrue(string note) => Assert.True(IsNote(note, Story));

    [Theory]
    [InlineData("Ida Lund, who is a senior fellow at the Northfield Institute, opposed the vote.")]
    [InlineData("Ida Lund is a senior fellow at the Northfield Institute. She told the council that the bridge was unsafe.")]
    [InlineData("The mayor is a former editor of the Northfield Herald.")]
    [InlineData("The council of Northfield closed the bridge.")]
    public void IsNote_News_IsFalse(string sentence) => Assert.False(IsNote(sentence, Story));

    [Fact]
    public void IsNote_AboutSomebodyWhomTheArticleTellsOf_IsFalse() =>
        Assert.False(IsNote("Ida Lund is a senior fellow at the Northfield Institute.", "The police of Northfield arrested Lund on Monday."));

    [Fact]
    public void IsNote_AboutTheAuthor_IsTrueWhoeverElseNamesThem()
    {
        const string Note = "Ida Lund is a reporter in Weston.";

        Assert.True(Biography.IsNote(new Article { Format = "text", Text = $"{Note}\n\nLund was there.", Authors = ["Ida Lund"] }, new TextSpan(0, Note.Length)));
    }

    private static bool IsNote(string note, string rest) => Biography.IsNote(new Article { Format = "text", Text = $"{note}\n\n{rest}" }, new TextSpan(0, note.Length));
}
