using System.Text;
using Pipeline.Text.Parsing;
using Pipeline.Text.Parsing.Assembly;
using Pipeline.Text.Parsing.Json;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Json;

public sealed class JsonFieldsTests
{
    private const string Prose = "The café owners said on Friday that they would back the plan to close two streets.";

    [Theory]
    [InlineData("\"publishing_date\":\"2023-11-17 05:00:00-04:00\"")]
    [InlineData("\"publishedTime\":\"2023-11-17T05:00:00Z\"")]
    [InlineData("\"publishedDate\":{\"$date\":\"2023-11-17T05:00:00Z\"}")]
    [InlineData("\"published\":{\"$date\":{\"$numberLong\":\"1700217125000\"}}")]
    [InlineData("\"display_date\":\"2023-11-17T05:00:00Z\",\"created_date\":\"2023-11-02T05:00:00Z\"")]
    public void Read_NamesOfDate_ReadsTheDay(string member) =>
        Assert.Equal(new DateOnly(2023, 11, 17), Article(member).Published?.Day);

    [Theory]
    [InlineData("\"authorsByline\":\"By Jane Doe And John Roe\"", "Jane Doe|John Roe")]
    [InlineData("\"authors\":[{\"fullName\":\"Jane Doe\"}]", "Jane Doe")]
    [InlineData("\"authors\":[\"Jane Doe\",\"Oct. 1, 2024\"]", "Jane Doe")]
    [InlineData("\"credits\":{\"by\":[{\"type\":\"author\",\"name\":\"Jane Doe\"}]}", "Jane Doe")]
    [InlineData("\"author\":5,\"_embedded\":{\"author\":[{\"id\":5,\"name\":\"Jane Doe\"}]}", "Jane Doe")]
    [InlineData("\"bylines\":[{\"by\":\"By JANE DOE\",\"title\":\"Harbour Writer\"}]", "Jane Doe")]
    [InlineData("\"author\":[\"[[Jane Doe]]\",\"[[people/john-roe|John Roe]]\"]", "Jane Doe|John Roe")]
    public void Read_NamesOfAuthor_ReadsTheNames(string member, string expected) =>
        Assert.Equal(expected, string.Join('|', Article(member).Authors));

    [Theory]
    [InlineData("\"publisher\":\"harbour.example\",\"sitename\":\"Harbour Post\"", "Harbour Post")]
    [InlineData("\"publisher\":\"harbour.example\"", "harbour.example")]
    [InlineData("\"yoast_head_json\":{\"og_site_name\":\"Harbour Post\"}", "Harbour Post")]
    public void Read_NamesOfSource_PrefersANameToADomain(string member, string expected) =>
        Assert.Equal(expected, Article(member).Source);

    [Fact]
    public void Read_SourceThatIsAnAddress_IsTheAddress()
    {
        Assert.Equal("https://harbour.example/plan", Article("\"source\":\"https://harbour.example/plan\"").Url);
        Assert.Null(Article("\"source\":\"https://harbour.example/\"").Url);
    }

    [Fact]
    public void Read_TitleWithSiteName_LosesItWhereAnotherFieldIsTheDomain() =>
        Assert.Equal("Owners back the plan", Read($$"""{"title":"Owners back the plan - Post of Oldport","publisher":"op.example","sitename":"Post of Oldport","text":"{{Prose}}"}""").Title);

    [Fact]
    public void Read_ReferencesIntoGraph_AreResolved()
    {
        var article = Read($$"""{"@graph":[{"@type":"Organization","@id":"#o","name":"Harbour Post"},{"@type":["NewsArticle"],"headline":"T","author":[{"@id":"#p"}],"publisher":{"@id":"#o"},"articleBody":"{{Prose}}"},{"@type":"Person","@id":"#p","name":"Jane Doe"}]}""");

        Assert.Equal(["Jane Doe"], article.Authors);
        Assert.Equal("Harbour Post", article.Source);
    }

    [Fact]
    public void Read_FooterOfBlog_IsTakenOff()
    {
        var article = Read($$"""{"title":{"rendered":"T"},"content":{"rendered":"<p>{{Prose}}</p><p>The post <a>T</a> appeared first on <a>Harbour Post</a>.</p>"} }""");

        Assert.Equal(Prose, article.Text);
    }

    [Theory]
    [InlineData("""[{"question":"Who pays?","answer":"The town pays."}]""")]
    [InlineData("""{"@type":"FAQPage","mainEntity":[{"@type":"Question","name":"Who pays?","acceptedAnswer":{"@type":"Answer","text":"<p>The town pays.</p>"}}]}""")]
    public void Read_FaqBesideTheText_IsKept(string faq) =>
        Assert.Equal([new QuestionAnswer("Who pays?", "The town pays.")], Article($"\"faq\":{faq}").Faq);

    [Fact]
    public void Read_BodyInNitf_IsRead() =>
        Assert.Equal(Prose, Read($$"""{"data":{"items":[{"item":{"uri":"a","headline":"T","body_nitf":"<p>{{Prose}}</p>"} }]} }""").Text);

    private static Article Article(string members) => Read($$"""{"title":"T","text":"{{Prose}}",{{members}}}""");

    private static Article Read(string json)
    {
        var reader = new JsonArticleReader(new ArticleAssembler(new LanguageIdentifier()), new ParsingOptions());
        return Assert.Single(reader.Read(new SourceFile("a.json", Encoding.UTF8.GetBytes(json)), TestContext.Current.CancellationToken)).Article!;
    }
}
