using System.Text;
using Pipeline.Text.Parsing;
using Pipeline.Text.Parsing.Assembly;
using Pipeline.Text.Parsing.Markdown;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Markdown;

public sealed class MarkdownFurnitureTests
{
    private const string Prose = "The café owners said on Friday that they would back the plan to close two streets.";

    [Fact]
    public void Read_NoteOfClipper_ReadsLinkAndSource()
    {
        var article = Read($"---\ntitle: Plan\nsource: \"https://harbour.example/plan\"\nauthor:\n  - \"[[Jane Doe]]\"\n---\n{Prose}\n");

        Assert.Equal(["Jane Doe"], article.Authors);
        Assert.Equal("https://harbour.example/plan", article.Url);
    }

    [Theory]
    [InlineData("a.md")]
    [InlineData("a.txt")]
    public void Read_LabelledHead_IsNoText(string name)
    {
        var file = new SourceFile(name, Encoding.UTF8.GetBytes($"Title: Owners back the plan\n\nURL Source: https://harbour.example/plan\n\nPublished Time: 2023-11-17T09:05:00Z\n\nMarkdown Content:\n{Prose}\n"));

        Assert.True(Reader().CanRead(file));
        var article = Reader().Read(file, TestContext.Current.CancellationToken)[0].Article!;
        Assert.Equal("Owners back the plan", article.Title);
        Assert.Equal("https://harbour.example/plan", article.Url);
        Assert.Equal(new DateOnly(2023, 11, 17), article.Published?.Day);
        Assert.Equal(Prose, article.Text);
    }

    [Fact]
    public void Read_ConvertedPage_LosesNavigationBylineAndAddress()
    {
        var article = Read($"# Owners back the plan - Oldport Daily\n\n[Home](/) | [News](/n)\n\nBy [Jane Doe](/jane)\n\nNov 17, 2023\n\n![](a.jpg)\n\n{Prose}\n\n* * *\n\nSource: https://oldportdaily.example/plan\n");

        Assert.Equal("Owners back the plan", article.Title);
        Assert.Equal(["Jane Doe"], article.Authors);
        Assert.Equal("https://oldportdaily.example/plan", article.Url);
        Assert.Equal(Prose, article.Text);
    }

    [Theory]
    [InlineData("{{{{< figure src=\"a.jpg\" caption=\"A café.\" >}}}}\n\n{0}", "{0}")]
    [InlineData("{{{{< note >}}}}\n{0}\n{{{{< /note >}}}}", "{0}")]
    [InlineData("{0}\n\n{{% include share.html %}}", "{0}")]
    [InlineData("{0} It costs {{{{ site.price }}}}.", "{0} It costs .")]
    [InlineData("{0}\n{{: .lead}}", "{0}")]
    [InlineData("{0} He wrote {{sic}} there, and {{{{ never closed.", "{0} He wrote {{sic}} there, and {{{{ never closed.")]
    public void Read_TagsOfGenerators_AreNoText(string format, string expected)
    {
        var article = Read("---\ntitle: Plan\n---\n" + Fill(format));

        Assert.Equal(Fill(expected), article.Text);
    }

    [Fact]
    public void Read_SentenceOfLinks_IsText() =>
        Assert.EndsWith("See the plan and the vote.", Read($"# T\n\n{Prose}\n\nSee [the plan](/a) and [the vote](/b).").Text, StringComparison.Ordinal);

    private static string Fill(string format) => string.Format(System.Globalization.CultureInfo.InvariantCulture, format, Prose);

    private static MarkdownArticleReader Reader() => new(new ArticleAssembler(new LanguageIdentifier()));

    private static Article Read(string text) =>
        Reader().Read(new SourceFile("a.md", Encoding.UTF8.GetBytes(text)), TestContext.Current.CancellationToken)[0].Article!;
}
