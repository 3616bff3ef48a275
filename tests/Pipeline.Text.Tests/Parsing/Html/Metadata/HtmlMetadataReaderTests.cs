using System.Globalization;
using System.Text;
using AngleSharp.Html.Parser;
using FsCheck.Xunit;
using Pipeline.Text.Parsing.Html.Metadata;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Html.Metadata;

public sealed class HtmlMetadataReaderTests
{
    private static readonly DateTimeOffset Received = new(2023, 12, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Read_JsonLdOfAnArticle_ReturnsWhatItSays()
    {
        const string Page = """
            <html lang="en-GB"><head><link rel="canonical" href="/news/talks?id=7#top">
            <script type="application/ld+json">{"@context":"https://schema.org","@graph":[
              {"@type":"WebSite","@id":"#site","name":"The Northern Herald"},
              {"@type":"Person","@id":"#jane","name":"Jane Doe"},
              {"@type":["NewsArticle"],"headline":"Talks resume &amp; tempers cool","datePublished":"2023-11-17T23:30:00-05:00","dateModified":"2023-11-18T09:00:00-05:00",
               "author":[{"@id":"#jane"},{"@type":"Person","name":"John Roe"}],"publisher":{"@type":"Organization","name":"The Northern Herald"},
               "articleSection":"World","keywords":["Talks","Trade","talks"],"articleBody":"The talks resumed.\n\nThey went on."}]}</script></head>
            <body><h1>Talks resume &amp; tempers cool</h1><p>The talks resumed on Friday.</p></body></html>
            """;

        var metadata = Read(Page, "https://example.org/a");

        Assert.Equal("Talks resume & tempers cool", metadata.Title);
        Assert.Equal(new PublicationDate(new DateOnly(2023, 11, 17), new TimeOnly(23, 30), TimeSpan.FromHours(-5)), metadata.Published);
        Assert.Equal(new DateOnly(2023, 11, 18), metadata.Modified?.Day);
        Assert.Equal(["Jane Doe", "John Roe"], metadata.Authors);
        Assert.Equal("The Northern Herald", metadata.Source);
        Assert.Equal("https://example.org/news/talks?id=7", metadata.Url);
        Assert.Equal("en", metadata.Language);
        Assert.Equal(["World", "Talks", "Trade"], metadata.Subjects.Select(subject => subject.Name));
    }

    [Theory]
    [InlineData("<title>Talks resume in Geneva | The Herald</title><meta property=og:site_name content='The Herald'><h1>The Herald</h1><h1>Talks resume in Geneva</h1>", "Talks resume in Geneva")]
    [InlineData("<title>Talks resume in Geneva - The Herald</title><meta property=og:site_name content='The Herald'>", "Talks resume in Geneva")]
    [InlineData("<title>The Herald: Talks resume in Geneva</title><meta property=og:site_name content='The Herald'>", "Talks resume in Geneva")]
    [InlineData("<title>Talks resume in Geneva</title><meta property=og:title content='Talks resume in Geneva'><h1>Our Blog</h1>", "Talks resume in Geneva")]
    [InlineData("<title>Talks in Geneva start again | The Herald</title><h1>Talks resume in Geneva after a pause</h1>", "Talks resume in Geneva after a pause")]
    [InlineData("<title>Rates rise - and so do rents</title><h1>Rates rise - and so do rents</h1>", "Rates rise - and so do rents")]
    [InlineData("<h1><span>T</span>alks <b>resume</b><br>in Geneva</h1>", "Talks resume in Geneva")]
    [InlineData("<h1>The &lt;br&gt; tag turns thirty</h1>", "The <br> tag turns thirty")]
    [InlineData("<p>No title at all.</p>", null)]
    public void Read_Titles_ReturnsTheHeadlineWithoutTheSite(string html, string? expected) =>
        Assert.Equal(expected, Read(html).Title);

    [Theory]
    [InlineData("<meta property=article:published_time content=2023-11-17T01:00:00+09:00><h1>A talk</h1>", "2023-11-17")]
    [InlineData("<h1>A talk</h1><p>Published: Nov. 17, 2023 | Updated: Nov. 20, 2023</p>", "2023-11-17")]
    [InlineData("<h1>A talk</h1><p>Updated Nov. 20, 2023</p><p>Posted on 17 November 2023</p>", "2023-11-17")]
    [InlineData("<h1>A talk</h1><time datetime=2023-11-17>two weeks ago</time>", "2023-11-17")]
    [InlineData("<h1>A talk</h1><span itemprop=datePublished content=2023-11-17></span>", "2023-11-17")]
    [InlineData("<meta name=dc.date content=2023-11-17><h1>A talk</h1>", "2023-11-17")]
    [InlineData("<meta property=article:published_time content=2031-01-01><meta name=date content=2023-11-17><h1>A talk</h1>", "2023-11-17")]
    [InlineData("<meta property=article:published_time content=2023-11><h1>A talk</h1>", null)]
    [InlineData("<h1>A talk</h1><p>2 hours ago</p>", null)]
    [InlineData("<h1>A talk</h1><p>Updated Nov. 17, 2023</p>", null)]
    [InlineData("<html lang=en-US><h1>A talk</h1><p>03/04/2023</p>", "2023-03-04")]
    [InlineData("<html lang=en-GB><h1>A talk</h1><p>03/04/2023</p>", "2023-04-03")]
    [InlineData("<html lang=en><h1>A talk</h1><p>03/04/2023</p>", null)]
    [InlineData("<h1>A talk</h1><p>Words.</p><script>window.page = {\"publishedAt\":\"2023-11-17T10:00:00Z\"}</script>", "2023-11-17")]
    public void Read_Dates_ReturnsTheDayOfPublication(string html, string? expected) =>
        Assert.Equal(expected, Read(html).Published?.Day.ToString("O", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("<div class=author-card><p>Ines Alder</p><small>November 17, 2023</small></div>", "2023-11-17")]
    [InlineData("<div class=author-card><p>Ines Alder</p><small>November 17, 2023</small></div><div class=author-card><p>Tom Orr</p><small>May 2, 2023</small></div>", null)]
    [InlineData("<div class=card><p>Ines Alder</p><small>November 17, 2023</small></div>", null)]
    public void Read_DateFarFromTheHeadline_CountsAloneBesideAnAuthor(string below, string? expected) =>
        Assert.Equal(expected, Read($"<h1>A talk</h1>{string.Concat(Enumerable.Repeat("<p>They talked at length about the harbour.</p>", 100))}{below}").Published?.Day.ToString("O", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("https://example.org/2023/11/17/a-talk", "2023-11-17")]
    [InlineData("https://example.org/2023-11-17-a-talk.html", "2023-11-17")]
    [InlineData("https://example.org/world/2023/nov/17/a-talk", "2023-11-17")]
    [InlineData("https://example.org/news/20231117/a-talk", "2023-11-17")]
    [InlineData("https://example.org/2023/11/a-talk", null)]
    [InlineData("https://example.org/2023/13/17/a-talk", null)]
    [InlineData("https://example.org/articles/1700217125", null)]
    public void Read_DateInTheAddress_ReturnsIt(string address, string? expected) =>
        Assert.Equal(expected, Read("<h1>A talk</h1>", address).Published?.Day.ToString("O", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("<meta name=author content='Jane Doe'>", "Jane Doe")]
    [InlineData("<meta name=author content='By Jane Doe, John Roe and Ann Poe'>", "Jane Doe|John Roe|Ann Poe")]
    [InlineData("<meta name=author content='Doe, Jane'>", "Jane Doe")]
    [InlineData("<meta name=author content='Jane Doe, M.D.'>", "Jane Doe, M.D.")]
    [InlineData("<meta name=author content='admin'><p class=byline>By Jane Doe</p>", "Jane Doe")]
    [InlineData("<meta property=article:author content='https://example.org/people/jane'><p class=byline>By <a>Jane Doe</a></p>", "Jane Doe")]
    [InlineData("<meta property=og:site_name content='The Herald'><meta name=author content='The Herald'><p>By Jane Doe</p>", "Jane Doe")]
    [InlineData("<meta property=og:site_name content='The Herald'><meta name=author content='The Herald'>", "The Herald")]
    [InlineData("<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":{\"name\":\"Associated Press\"}}</script>", "Associated Press")]
    [InlineData("<p>By Jane Doe in Paris</p>", "Jane Doe")]
    [InlineData("<p>By JANE DOE, Staff Writer</p>", "Jane Doe")]
    [InlineData("<div class=author><span>By</span> <a>Jane Doe</a> <span>Marketing Director</span> <span>Nov. 17, 2023</span></div>", "Jane Doe")]
    [InlineData("<p>Von Jana Musterfrau</p>", "Jana Musterfrau")]
    [InlineData("<a rel=author href=/a>@jane</a>", "")]
    [InlineData("<p>By the end of the year, prices had doubled.</p>", "")]
    [InlineData("<div class=author-share>Share this story on Facebook</div>", "")]
    public void Read_Authors_ReturnsNamesOnly(string html, string expected) =>
        Assert.Equal(expected, string.Join('|', Read("<h1>Talks resume in Geneva</h1>" + html).Authors));

    [Theory]
    [InlineData("{\"@type\":\"NewsArticle\", // of today\n\"headline\":\"A talk\",}")]
    [InlineData("<!-- {\"@type\":\"NewsArticle\",\"headline\":\"A\\ttalk\"} -->")]
    [InlineData("//<![CDATA[\n{\"@type\":\"NewsArticle\",\"headline\":\"A talk\"}\n//]]>")]
    [InlineData("[[{\"@type\":[\"Thing\",\"BlogPosting\"],\"headline\":\"A\ntalk\"")]
    [InlineData("{&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;headline&quot;:&quot;A talk&quot;}")]
    [InlineData("{\"@type\":\"NewsArticle\" \"headline\":\"A talk\"}")]
    [InlineData("{\"mainEntity\":{\"x\":[{\"@type\":\"Article\",\"headline\":\"<b>A</b> talk\"}]}}")]
    public void Read_BrokenOrNestedJsonLd_IsReadAsFarAsItGoes(string json) =>
        Assert.Equal("A talk", Read($"<script type='application/ld+json'>{json}</script>").Title);

    [Fact]
    public void Read_FaqInJsonLdAndMicrodata_ReturnsThePairs()
    {
        const string Json = """<script type="application/ld+json">{"@type":"FAQPage","mainEntity":[{"@type":"Question","name":"Why now?","acceptedAnswer":{"@type":"Answer","text":"<p>Because &amp; so.</p>"}},{"@type":"Question","name":"And?"}]}</script>""";
        const string Microdata = "<div itemscope itemtype='https://schema.org/Question'><h2 itemprop=name>Why now?</h2><div itemprop=acceptedAnswer><p itemprop=text>Because &amp; so.</p></div></div>";

        Assert.Equal([new QuestionAnswer("Why now?", "Because & so.")], Read(Json).Faq);
        Assert.Equal([new QuestionAnswer("Why now?", "Because & so.")], Read(Microdata).Faq);
    }

    [Theory]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("ftp://example.org/a", null)]
    [InlineData("https://example.org/a#b", "https://example.org/a")]
    public void Read_CanonicalLink_IsOfTheWebOrNone(string href, string? expected) =>
        Assert.Equal(expected, Read($"<html><head><link rel=canonical href='{href}'></head>").Url);

    [Fact]
    public void Read_ElementsNestedDeep_Returns()
    {
        var html = new StringBuilder("<h1>A talk</h1>").Insert(0, "<div class=author>", 5_000).Append("<p>By Jane Doe</p>").ToString();

        var metadata = Read(html);

        Assert.Equal("A talk", metadata.Title);
    }

    [Fact]
    public void Read_JsonLdNestedDeep_Returns()
    {
        var json = new StringBuilder().Insert(0, "{\"a\":[", 50_000);

        var metadata = Read($"<script type='application/ld+json'>{json}</script><h1>A talk</h1>");

        Assert.Equal("A talk", metadata.Title);
    }

    [Property]
    public bool Read_AnyJsonLd_Returns(string? json) =>
        Read($"<script type='application/ld+json'>{{\"@type\":\"Article\",\"headline\":\"x {json}</script><h1>A talk</h1>") is not null;

    [Property]
    public bool Read_AnyMarkup_NamesNoDayAfterTheFileCame(string[] pieces)
    {
        var html = string.Join("", pieces.Select((piece, i) => $"<{(i % 3 == 0 ? "h1" : "p class=byline")}>{piece} {i}/{i + 1}/20{20 + (i % 9)}</p>"));

        return !(Read(html).Published?.Day > new DateOnly(2023, 12, 1));
    }

    private static HtmlMetadata Read(string html, string? address = null) =>
        HtmlMetadataReader.Read(HtmlPage.Read(new HtmlParser().ParseDocument(html), address, TestContext.Current.CancellationToken), Received);
}
