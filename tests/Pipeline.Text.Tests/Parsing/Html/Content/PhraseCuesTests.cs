using Pipeline.Text.Parsing.Html.Content;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Html.Content;

public sealed class PhraseCuesTests
{
    [Theory]
    [InlineData("ALSO READ: Storm nears the coast", nameof(EdgeCue.OpensWithPointer))]
    [InlineData("Residents wade through Mill Street on Monday. Photo: T. Orr", nameof(EdgeCue.EndsInCredit))]
    [InlineData("A ferry leaves the port (Jo Lind/Harbour Post via AP)", nameof(EdgeCue.EndsInCredit))]
    public void FindAtEdges_LineOfThePage_HasTheCue(string text, string cue) =>
        Assert.Equal(1 << (int)Enum.Parse<EdgeCue>(cue), PhraseCues.FindAtEdges(text));

    [Theory]
    [InlineData("")]
    [InlineData("The photo that Reuters published shows the minister, and the court heard on Tuesday that he had never been there himself.")]
    public void FindAtEdges_TextOfTheArticle_HasNone(string text) => Assert.Equal(0, PhraseCues.FindAtEdges(text));

    [Fact]
    public void Find_LongParagraph_HasNone() => Assert.Equal(0, PhraseCues.Find(new string('a', 400) + " subscribe to our newsletter"));
}
