using System.Text;
using FsCheck.Xunit;
using Pipeline.Testing;
using Pipeline.Text.Parsing;
using Pipeline.Text.Parsing.Assembly;
using Pipeline.Text.Parsing.Html;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Html;

public sealed class HtmlArticleReaderTests : ArticleReaderSuite
{
    private const string Page =
        """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>Café owners back the new street plan - Harbour Post</title></head>
        <body class="single-post">
        <header class="site-header"><nav class="main-nav"><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
        <main><article class="article">
        <h1 class="headline">Café owners back the new street plan</h1>
        <div class="byline">By <a href="/people/jane">Jane Doe</a></div>
        <div class="article-body">
        <p>Café owners in the old town said on Friday that they would back the city’s plan to close two streets to cars, after months of talks about noise and rents.</p>
        <p>The council votes next week. A naïve reading of the budget puts the cost at €3 million, the mayor’s office said, while the opposition expects twice as much.</p>
        <div class="newsletter-signup"><h3>Sign up for our newsletter</h3><p>Get the morning briefing in your inbox.</p></div>
        <p>“We have waited for this for ten years,” said Maria Silva, who runs a bakery on the square and heads the traders’ association of the district.</p>
        <p>Work would start in the spring, and last until the autumn of the following year, according to the plan that the city published on its website.</p>
        </div></article>
        <aside class="related"><h2>Related stories</h2><ul><li><a href="/a">Harbour bridge to close for repairs</a></li><li><a href="/b">Ferry prices to rise in the spring</a></li></ul></aside></main>
        <footer class="site-footer"><p>© 2023 Harbour Post. All rights reserved.</p></footer>
        </body></html>
        """;

    protected override string FileName => "page.html";

    protected override byte[] ValidFile => Encoding.UTF8.GetBytes(Page);

    protected override byte[] MisdeclaredFile => Encoding.Latin1.GetBytes(Page.Replace('’', '\'').Replace('“', '"').Replace('”', '"').Replace('€', '$'));

    protected override IArticleReader CreateReader() => CreateReader(new ParsingOptions());

    [Fact]
    public void Read_Page_ReadsBodyAndNothingElse()
    {
        var article = Read(ValidFile)[0].Article!;

        Assert.Equal(4, article.Blocks.Count);
        Assert.StartsWith("Café owners in the old town", article.Text, StringComparison.Ordinal);
        Assert.EndsWith("published on its website.", article.Text, StringComparison.Ordinal);
        Assert.Equal("en", article.Language);
        Assert.Equal("Café owners back the new street plan", article.Title);
        Assert.Equal(["Jane Doe"], article.Authors);
    }

    [Theory]
    [InlineData("<p class=\"date\">November 17, 2023</p>", "2023-11-17", "Jane Doe")]
    [InlineData("<p>Publié le 17 novembre 2023 à 14h30</p>", "2023-11-17", "Jane Doe")]
    [InlineData("<p>Published: November 17, 2023 | Updated: November 18, 2023</p>", "2023-11-17", "Jane Doe")]
    [InlineData("<p>By Jane Doe and John Roe</p><p>Nov. 17, 2023</p>", "2023-11-17", "Jane Doe|John Roe")]
    public void Read_LinesAboveTheBody_AreNoText(string lines, string published, string authors)
    {
        var byline = authors == "Jane Doe" ? Page : Page.Replace("By <a href=\"/people/jane\">Jane Doe</a>", "", StringComparison.Ordinal);
        var page = byline.Replace("<div class=\"article-body\">", "<div class=\"article-body\">" + lines, StringComparison.Ordinal);

        var article = Read(Encoding.UTF8.GetBytes(page))[0].Article!;

        Assert.StartsWith("Café owners in the old town", article.Text, StringComparison.Ordinal);
        Assert.Equal(published, article.Published?.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(authors, string.Join('|', article.Authors));
    }

    [Fact]
    public void Read_DetailsThatAskAndAnswer_AreTheFaq()
    {
        const string details = "<details><summary>Who pays for it?</summary><p>The city does.</p><p>The state adds a third.</p></details><details><summary>When does it start?</summary>In the spring.</details>";
        var page = Page.Replace("</div></article>", details + "</div></article>", StringComparison.Ordinal);

        var article = Read(Encoding.UTF8.GetBytes(page))[0].Article!;

        Assert.Equal([new("Who pays for it?", "The city does.\n\nThe state adds a third."), new QuestionAnswer("When does it start?", "In the spring.")], article.Faq);
        Assert.EndsWith("published on its website.", article.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p>Publié le 16 février 2024 à 18h04, modifié le 17 février 2024 à 09h30</p><p>Temps de lecture : 3 min.</p>")]
    [InlineData("<p>Publicado el 01/10/2024 a las 05:05 h. Actualizado a las 09:41 h.</p>")]
    [InlineData("<p>1 okt 2024 om 10:30 • Aangepast 2 okt 2024 om 09:00</p>")]
    [InlineData("<p>Giriş Tarihi: 01.10.2024 14:30 Güncelleme: 02.10.2024 09:00</p>")]
    [InlineData("<p>on October 1, 2024</p>")]
    [InlineData("<p>1. okt. 2024 kl. 05.05</p>")]
    [InlineData("<p>Publicerad 1 oktober 2024 05.05</p>")]
    [InlineData("<p>Door Jane Doe</p><p>Business Correspondent</p><p>@janedoe</p>")]
    public void Read_LinesOfAnyLanguageAboveTheBody_AreNoText(string lines)
    {
        var page = Page.Replace("<div class=\"article-body\">", "<div class=\"article-body\">" + lines, StringComparison.Ordinal);

        Assert.StartsWith("Café owners in the old town", Read(Encoding.UTF8.GetBytes(page))[0].Article!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DayInTheHeadOfTheSite_IsNoDateOfTheArticle()
    {
        var page = Page.Replace("<header class=\"site-header\">", "<header class=\"site-header\"><div class=\"today\">Sunday, November 3, 2024</div>", StringComparison.Ordinal);

        Assert.Null(Read(Encoding.UTF8.GetBytes(page))[0].Article!.Published);
    }

    [Fact]
    public void Read_CaptionOfAPicture_IsNoText()
    {
        var page = Page.Replace("<p>Work would start", "<figure><img src=\"a.jpg\"><figcaption><p>The square on a quiet morning, before the shops and the cafés open their doors.</p></figcaption></figure><p>Work would start", StringComparison.Ordinal);

        Assert.Equal(4, Read(Encoding.UTF8.GetBytes(page))[0].Article!.Blocks.Count);
    }

    [Fact]
    public void Read_LinkInCapitalsBetweenParagraphs_IsNoText()
    {
        var page = Page.Replace("<p>Work would start", "<p><a href=\"/x\">FERRY PRICES TO RISE IN THE SPRING</a></p><p>Work would start", StringComparison.Ordinal);

        Assert.Equal(4, Read(Encoding.UTF8.GetBytes(page))[0].Article!.Blocks.Count);
    }

    [Fact]
    public void Read_FaqThatTheDataMark_LeavesTheBody()
    {
        const string data = "<script type=\"application/ld+json\">{\"@type\":\"FAQPage\",\"mainEntity\":[{\"@type\":\"Question\",\"name\":\"Who pays for it?\",\"acceptedAnswer\":{\"@type\":\"Answer\",\"text\":\"The city pays for all of it, as it has said.\"}}]}</script>";
        var page = Page.Replace("</head>", data + "</head>", StringComparison.Ordinal)
            .Replace("</div></article>", "<h2>Who pays for it?</h2><p>The city pays for all of it, as it has said.</p></div></article>", StringComparison.Ordinal);

        var article = Read(Encoding.UTF8.GetBytes(page))[0].Article!;

        Assert.Equal([new QuestionAnswer("Who pays for it?", "The city pays for all of it, as it has said.")], article.Faq);
        Assert.EndsWith("published on its website.", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NothingButMenus_RejectsAsNoParagraphs()
    {
        var items = Read("<html><body><ul><li><a href=a>Home</a><li><a href=b>News</a></ul></body></html>"u8.ToArray());

        Assert.Equal(RejectionReason.NoParagraphs, items[0].Rejection?.Reason);
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<ul><li>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<x-y>")]
    public void Read_NestedTagBomb_RejectsAsTooDeep(string tags)
    {
        var bomb = "<html><body>" + string.Concat(Enumerable.Range(0, 100_000).Select(i => tags.Replace(">", $" id={i}>", StringComparison.Ordinal)));

        var items = Read(Encoding.UTF8.GetBytes(bomb));

        Assert.Equal(RejectionReason.TooDeep, items[0].Rejection?.Reason);
    }

    [Theory]
    [InlineData("<br>", 300_000)]
    [InlineData("</p>", 300_000)]
    [InlineData("<p>a", 300_000)]
    public void Read_FarTooManyTags_RejectsAsTooMany(string tag, int count)
    {
        var page = Page + string.Concat(Enumerable.Repeat(tag, count));

        var items = Read(Encoding.UTF8.GetBytes(page));

        Assert.Equal(RejectionReason.TooMany, items[0].Rejection?.Reason);
    }

    [Fact]
    public void Read_TagOfFarTooManyAttributes_RejectsAsTooMany()
    {
        var page = Page + "<p " + string.Concat(Enumerable.Range(0, 50_000).Select(i => $"a{i}=1 ")) + ">";

        var items = Read(Encoding.UTF8.GetBytes(page));

        Assert.Equal(RejectionReason.TooMany, items[0].Rejection?.Reason);
    }

    [Fact]
    public void Read_LongContentTypeOfMeta_StaysSmall()
    {
        var page = Encoding.UTF8.GetBytes($"<!DOCTYPE html><meta http-equiv=content-type content=\"{string.Concat(Enumerable.Repeat("text/html; ch", 8_000))}\"><p>The council of the town voted on Friday to close two streets to cars.</p>");
        var before = GC.GetAllocatedBytesForCurrentThread();

        Read(page);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64L * 1024 * 1024);
    }

    [Fact]
    public void Read_LongValueOfAttribute_ReadsPage()
    {
        var page = Page.Replace("<h1 ", $"<h1 data-image=\"{string.Concat(Enumerable.Repeat("a/b c", 100_000))}\" ", StringComparison.Ordinal);

        var items = Read(Encoding.UTF8.GetBytes(page));

        Assert.NotNull(items[0].Article);
    }

    [Fact]
    public void Read_DeeperThanOptionsAllow_RejectsAsTooDeep()
    {
        var page = Page.Replace("<article class=\"article\">", string.Concat(Enumerable.Repeat("<div>", 40)), StringComparison.Ordinal);

        var items = CreateReader(new ParsingOptions { MaxElementDepth = 32 }).Read(new SourceFile("a.html", Encoding.UTF8.GetBytes(page)), TestContext.Current.CancellationToken);

        Assert.Equal(RejectionReason.TooDeep, items[0].Rejection?.Reason);
    }

    [Theory]
    [InlineData("<p>Paragraph without end, of a few words")]
    [InlineData("<p><b>Bold without end in a paragraph.</p>")]
    [InlineData("<br>One line of text after another.")]
    [InlineData("<li>Item of a list without end.")]
    [InlineData("<a name=x>An anchor without end. ")]
    [InlineData("<table><tr><td>A table in a row of its own.<tr><td>One more.</table>")]
    public void Read_ManyUnclosedElements_ReadsText(string element)
    {
        var page = "<html><body><article>" + string.Concat(Enumerable.Repeat(element, 3_000)) + "<p>The council met on Friday in the town hall and voted for the plan.</p></article></body></html>";

        var items = Read(Encoding.UTF8.GetBytes(page));

        Assert.NotEqual(RejectionReason.TooDeep, items[0].Rejection?.Reason);
    }

    [Property(MaxTest = 200)]
    public void Read_AnyMarkup_KeepsContract(string[] texts)
    {
        string[] tags = ["<p>", "</p>", "<div class=content>", "</div>", "<table>", "<tr>", "<td>", "<li>", "<h2>", "<a href=x>", "</a>", "<b>", "<br>", "<!--", "<script>", "<svg>", "</", "<details><summary>"];
        var markup = new StringBuilder("<html><body>");
        for (var i = 0; i < texts.Length; i++)
        {
            markup.Append(tags[i * 7 % tags.Length]).Append(texts[i]);
        }

        Read(Encoding.UTF8.GetBytes(markup.ToString()));
    }

    private static HtmlArticleReader CreateReader(ParsingOptions options) => new(new ArticleAssembler(new LanguageIdentifier()), options);
}
