using Pipeline.Text.Parsing.Elements;
using Pipeline.Text.Parsing.Html;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Html;

public sealed class HtmlFragmentTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" \n&nbsp;<!-- note --><p> </p>", "")]
    [InlineData("Rain is likely.", "Rain is likely.")]
    [InlineData("<p>One.</p><p>Two.</p>", "One.|Two.")]
    [InlineData("<p>One<p>Two", "One|Two")]
    [InlineData("<div>Loose text<p>Inside</p>more text</div>", "Loose text|Inside|more text")]
    [InlineData("<p>A  <b>bold</b>\n\t word,<i>italic</i>.</p>", "A bold word,italic.")]
    [InlineData("<p>Line one<br>line two</p>", "Line one line two")]
    [InlineData("One.<br><br>Two.<br>\n<br/> Three.", "One.|Two.|Three.")]
    [InlineData("One.<br><img src=a><br>Two.", "One.|Two.")]
    [InlineData("<p>Cafe\u0301 &amp; bar&shy;s&nbsp;&nbsp;open&#8203;</p>", "Café & bars open")]
    [InlineData("<p>Seen</p><p hidden>Hidden</p><div style='color:red;DISPLAY : none'>Gone</div><span style=\"visibility:hidden\">x</span>", "Seen")]
    [InlineData("<style>p{}</style><script>var a = '<p>no</p>';</script><noscript><p>no</p></noscript><template><p>no</p></template><p>Yes</p>", "Yes")]
    [InlineData("<html><head><title>No</title></head><body><p>Yes</p></body></html>", "Yes")]
    [InlineData("<x-text>One.</x-text><x-text>Two.</x-text>", "One.|Two.")]
    [InlineData("<p>An <x-link>inline</x-link> element</p>", "An inline element")]
    [InlineData("<pre>First\nparagraph.\n\nSecond one.</pre>", "First paragraph.|Second one.")]
    [InlineData("<p>One.</p><figure><img src=a><figcaption><p>The quay at dawn</p></figcaption></figure><p>Two.</p>", "One.|Two.")]
    [InlineData("<p>One.</p><img src=a><p class='wp-caption-text'>The quay</p><p>Two.</p>", "One.|Two.")]
    [InlineData("<p>One.</p><p><img src=a><em>The quay at dawn</em></p><p>Two.</p>", "One.|Two.")]
    [InlineData("<p>One.</p><img src=a><p>The quay. Photo: Jane Doe</p><p>Two.</p>", "One.|Two.")]
    [InlineData("<p>One.</p><img src=a><p>Two, and <em>three</em>.</p>", "One.|Two, and three.")]
    [InlineData("<p>a</p>b<select><option>c</option></select><p>d</p>", "a|b|d")]
    public void Read_Markup_ReturnsTextsInOrder(string html, string expected)
    {
        var passages = HtmlFragment.Read(html, TestContext.Current.CancellationToken);

        Assert.Equal(expected, string.Join('|', passages.Select(passage => passage.Text)));
    }

    [Fact]
    public void Read_Structure_ReturnsKinds()
    {
        const string html =
            """
            <h2>Plans <small>for spring</small></h2>
            <p>The council met.</p>
            <ul><li>One <a href="#">link</a></li><li><p>Two</p><p>more of two</p></li></ul>
            <blockquote><p>We will see.</p></blockquote>
            <details><summary>When?</summary>In May.</details>
            """;

        var passages = HtmlFragment.Read(html, TestContext.Current.CancellationToken);

        Assert.Equal(
            [
                new Passage(BlockKind.Heading, "Plans for spring", 2),
                new Passage(BlockKind.Paragraph, "The council met."),
                new Passage(BlockKind.ListItem, "One link"),
                new Passage(BlockKind.ListItem, "Two"),
                new Passage(BlockKind.Paragraph, "more of two"),
                new Passage(BlockKind.Quote, "We will see."),
                new Passage(BlockKind.Heading, "When?", 7),
                new Passage(BlockKind.Paragraph, "In May."),
            ],
            passages);
    }

    [Fact]
    public void Read_TableOfData_ReturnsRows()
    {
        const string html = "<table><tr><th>City</th><th>People</th></tr><tr><td><p>Lyon</p></td><td>522,000</td></tr><tr><td></td><td>Sum<br>total</td></tr></table>";

        var passages = HtmlFragment.Read(html, TestContext.Current.CancellationToken);

        Assert.All(passages, passage => Assert.Equal(BlockKind.TableRow, passage.Kind));
        Assert.Equal(["City | People", "Lyon | 522,000", "Sum total"], passages.Select(passage => passage.Text));
    }

    [Fact]
    public void Read_TableForLayout_ReturnsItsParagraphs()
    {
        const string html = "<table><tr><td><table><tr><td>Menu</td></tr></table></td><td><p>One.</p><p>Two.</p></td></tr></table>";

        var passages = HtmlFragment.Read(html, TestContext.Current.CancellationToken);

        Assert.Equal(["Menu", "One.", "Two."], passages.Select(passage => passage.Text));
        Assert.All(passages, passage => Assert.Equal(BlockKind.Paragraph, passage.Kind));
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<ul><li>")]
    [InlineData("<svg>")]
    public void Read_NestedWithoutEnd_Returns(string tag)
    {
        var html = string.Concat(Enumerable.Repeat(tag, 2_000)) + "<p>The end.</p>";

        var passages = HtmlFragment.Read(html, TestContext.Current.CancellationToken);

        Assert.True(passages.Count <= 1);
    }

    [Fact]
    public void Read_CancelledToken_Throws() =>
        Assert.Throws<OperationCanceledException>(() => HtmlFragment.Read("<p>a</p>", new CancellationToken(canceled: true)));

    [Fact]
    public void Read_FormattingLeftOpenInEveryBlock_ReturnsTextAsOnePassage()
    {
        var html = string.Concat(Enumerable.Range(0, 5_000).Select(i => $"<p><font color=c{i}>word{i} "));

        var passages = HtmlFragment.Read(html, TestContext.Current.CancellationToken);

        Assert.StartsWith("word0 word1 word2", Assert.Single(passages).Text, StringComparison.Ordinal);
    }
}
