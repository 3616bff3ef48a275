using AngleSharp.Html.Parser;
using Pipeline.Text.Parsing.Html.Content;
using Pipeline.Text.Parsing.Html.Metadata;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Html.Content;

public sealed class PageFactsReaderTests
{
    [Fact]
    public void Read_Page_TakesTitlesAndTheLongestTexts()
    {
        const string Html = """
            <html><head><title>Talks resume | The Herald</title>
            <meta property="og:title" content="Talks resume"><meta name="twitter:title" content="Talks resume">
            <meta name="description" content="Talks."><meta property="og:description" content="Talks resume in Geneva.">
            <script type="application/ld+json">[{"@type":"NewsArticle","articleBody":"Cut short."},{"@type":"WebPage","mainEntity":{"@type":"Article","articleBody":"The talks resumed.\n\nThey went on."}}]</script></head></html>
            """;

        var facts = Read(Html);

        Assert.Equal(["Talks resume", "Talks resume | The Herald"], facts.Titles);
        Assert.Equal("Talks resume in Geneva.", facts.Description);
        Assert.Equal("The talks resumed.\n\nThey went on.", facts.Body);
    }

    [Fact]
    public void Read_EmptyPage_SaysNothing()
    {
        var facts = Read("<p>Text.</p>");

        Assert.Empty(facts.Titles);
        Assert.Empty(facts.Description + facts.Body + facts.Site);
        Assert.Empty(facts.Authors);
    }

    [Fact]
    public void Read_PageThatNamesItsMakers_TakesThem()
    {
        var facts = Read("""<head><meta name="author" content="Ines Alder"><meta property="og:site_name" content="Harbour Post"></head><h1>Talks resume</h1>""");

        Assert.Equal(["Ines Alder"], facts.Authors);
        Assert.Equal("Harbour Post", facts.Site);
    }

    private static PageFacts Read(string html)
    {
        var page = HtmlPage.Read(new HtmlParser().ParseDocument(html), address: null, TestContext.Current.CancellationToken);
        return PageFactsReader.Read(page, HtmlMetadataReader.Read(page, received: null));
    }
}
