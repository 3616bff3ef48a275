using AngleSharp.Html.Parser;
using Pipeline.Text.Parsing.Html.Blocks;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Html.Blocks;

public sealed class BlockReaderTests
{
    [Fact]
    public void Read_PictureBetweenParagraphs_MarksTheBlockAfterIt()
    {
        var blocks = Read("<p>One.</p><img src='a.jpg'><p>Two.</p><p>Three.</p>");

        Assert.Equal([false, true, false], blocks.Select(block => block.FollowsMedia));
    }

    [Fact]
    public void Read_RuleBetweenParagraphs_MarksTheBlockAfterIt()
    {
        var blocks = Read("<p>One.</p><hr><p>Two.</p><p>Three.</p>");

        Assert.Equal([false, true, false], blocks.Select(block => block.FollowsRule));
    }

    [Fact]
    public void Read_ItalicWords_CountsThemWithTheSpaceBefore()
    {
        var block = Assert.Single(Read("<p>Read <em>The Tide</em> aloud.</p>"));

        Assert.Equal(" The Tide".Length, block.ItalicLength);
    }

    private static List<HtmlBlock> Read(string html) =>
        BlockReader.Read(new HtmlParser().ParseDocument(html).Body!, TestContext.Current.CancellationToken);
}
