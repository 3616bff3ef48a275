using System.Text;
using Pipeline.Testing;
using Pipeline.Text.Parsing;
using Pipeline.Text.Parsing.Assembly;
using Pipeline.Text.Parsing.NewsXml.Feeds;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.NewsXml.Feeds;

public sealed class FeedArticleReaderTests : ArticleReaderSuite
{
    private const string Prose = "The café owners said on Friday that they would back the plan to close two streets.";

    protected override string FileName => "feed.rss";

    protected override byte[] ValidFile => Feed($"<item><guid>a</guid><title>Café owners</title><description>{Prose}</description></item><item><guid>b</guid><description>{Prose}</description></item>");

    protected override byte[] MisdeclaredFile => [.. "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>"u8, .. ValidFile];

    protected override IArticleReader CreateReader() => new FeedArticleReader(new ArticleAssembler(new LanguageIdentifier()), new ParsingOptions());

    [Fact]
    public void Read_OneItem_HasAnIdAsOneOfMany() =>
        Assert.Equal("a", Assert.Single(Read(Feed($"<item><guid>a</guid><description>{Prose}</description></item>"))).ItemId);

    [Fact]
    public void Read_BrokenItem_LeavesTheOthersAndTheHead()
    {
        var items = Read(Feed($"\n<item><guid>a</guid><description><b>{Prose}</description></item>\n<item><guid>b</guid><description>{Prose}</description></item>"));

        Assert.Equal(RejectionReason.Malformed, items[0].Rejection?.Reason);
        Assert.Contains("line 2 ", items[0].Rejection!.Detail, StringComparison.Ordinal);
        Assert.Equal("b", items[1].ItemId);
        Assert.Equal("Harbour Post", items[1].Article?.Source);
    }

    [Fact]
    public void Read_CutShort_KeepsWholeItems()
    {
        var file = ValidFile[..^40];

        Assert.Equal("a", Read(file).Single(item => item.Article is not null).ItemId);
    }

    [Theory]
    [InlineData("Café owners back the plan - Harbour Post", "Café owners back the plan")]
    [InlineData("Café &amp;amp; plan", "Café & plan")]
    [InlineData("<![CDATA[Café &#8211; <b>plan</b>]]>", "Café – plan")]
    public void Read_Title_IsCleaned(string title, string expected) =>
        Assert.Equal(expected, Read(Feed($"<item><guid>a</guid><title>{title}</title><description>{Prose}</description></item>"))[0].Article?.Title);

    [Theory]
    [InlineData("PROSE &lt;a href='x'&gt;Continue reading...&lt;/a&gt;")]
    [InlineData("&lt;p&gt;PROSE&lt;/p&gt;&lt;p&gt;&lt;a&gt;Read the full story at Harbour Post.&lt;/a&gt;&lt;/p&gt;")]
    [InlineData("&lt;p&gt;PROSE&lt;/p&gt;&lt;p&gt;Continue reading &lt;i&gt;Owners back the plan&lt;/i&gt; →&lt;/p&gt;")]
    [InlineData("&lt;p&gt;PROSE&lt;/p&gt;&lt;p&gt;Read more&lt;/p&gt;&lt;p&gt;The post &lt;a&gt;T&lt;/a&gt; appeared first on &lt;a&gt;Harbour Post&lt;/a&gt;.&lt;/p&gt;")]
    public void Read_LinkToTheWhole_IsTakenOff(string description) =>
        Assert.Equal(Prose, Read(Feed($"<item><guid>a</guid><title>T</title><description>{description.Replace("PROSE", Prose, StringComparison.Ordinal)}</description></item>"))[0].Article?.Text);

    [Fact]
    public void Read_SentenceWithSuchWords_Stays()
    {
        const string Text = "The owners said on Friday that they would Read more of the plan before the vote.";

        Assert.Equal(Text, Read(Feed($"<item><guid>a</guid><title>T</title><description>{Text}</description></item>"))[0].Article?.Text);
    }

    [Theory]
    [InlineData("Harbour Post - Business", "Harbour Post")]
    [InlineData("World news | Harbour Post", "Harbour Post")]
    [InlineData("Harbour News - RSS Feed - Top Stories", "Harbour News")]
    [InlineData("Harbour Post: Old Town", "Harbour Post: Old Town")]
    [InlineData("World News", "World News")]
    [InlineData(null, null)]
    public void Outlet_TitleOfFeed_LosesItsSection(string? title, string? expected) =>
        Assert.Equal(expected, FeedTitle.Outlet(title));

    [Fact]
    public void Read_DescriptionWithoutProse_RejectsAsNoParagraphs() =>
        Assert.Equal(RejectionReason.NoParagraphs, Read(Feed("<item><guid>a</guid><title>T</title><description>Comments</description></item>"))[0].Rejection?.Reason);

    [Fact]
    public void Read_NoItems_RejectsAsNoParagraphs() =>
        Assert.Equal(RejectionReason.NoParagraphs, Assert.Single(Read(Feed(""))).Rejection?.Reason);

    [Fact]
    public void Read_MoreItemsThanTheLimit_RejectsAsTooMany()
    {
        var reader = new FeedArticleReader(new ArticleAssembler(new LanguageIdentifier()), new ParsingOptions { MaxItems = 1 });

        Assert.Equal(RejectionReason.TooMany, Assert.Single(reader.Read(new SourceFile("a", ValidFile), TestContext.Current.CancellationToken)).Rejection?.Reason);
    }

    [Theory]
    [InlineData("<rss version='2.0'>", true)]
    [InlineData("\n <?xml version='1.0'?><!-- c --><rss>", true)]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'>", true)]
    [InlineData("<a:feed xmlns:a='http://www.w3.org/2005/Atom'>", true)]
    [InlineData("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>", true)]
    [InlineData("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>", false)]
    [InlineData("<feed xmlns='urn:other'>", false)]
    [InlineData("<html>", false)]
    public void CanRead_Root_Decides(string text, bool expected) =>
        Assert.Equal(expected, CreateReader().CanRead(new SourceFile("a.txt", Encoding.UTF8.GetBytes(text))));

    private static byte[] Feed(string items) =>
        Encoding.UTF8.GetBytes($"<rss version=\"2.0\"><channel><title>Harbour Post</title>{items}</channel></rss>");
}
