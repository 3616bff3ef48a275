using Pipeline.Text.Parsing;
using Pipeline.Text.Parsing.Assembly;
using Pipeline.Text.Parsing.PlainText;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.PlainText;

public sealed class ArchiveExportTests
{
    private const string First = "The city council voted on Friday to close two streets to cars from next spring.";
    private const string Second = "Shops along both streets had asked for later hours, and the council agreed to look again.";

    [Fact]
    public void Read_FactivasFields_AreTheArticles()
    {
        var article = Read($"HD Two streets\nwill close to cars\nBY By Jane Doe\nWC 812 words\nPD 17 November 2023\nSN The Northern Herald\nLA English\nCY Copyright 2023 The Northern Herald\n\nLP {First}\n\nTD {Second}\n\nAN Document J000000020231117ek1000001\n");

        Assert.Equal("Two streets will close to cars", article.Title);
        Assert.Equal(["Jane Doe"], article.Authors);
        Assert.Equal("The Northern Herald", article.Source);
        Assert.Equal(new DateOnly(2023, 11, 17), article.Published?.Day);
        Assert.Equal($"{First}\n\n{Second}", article.Text);
    }

    [Fact]
    public void Read_NexisCover_IsTheArticles()
    {
        var article = Read($"\n1 of 1 DOCUMENT\n\n\nThe Northern Herald\n\nNovember 17, 2023 Friday\nLate Edition - Final\n\nTwo Streets Will Close to Cars\n\nBYLINE: By JANE DOE\n\nSECTION: Section A; Pg. 1\n\nLENGTH: 812 words\n\nDATELINE: VALMORA\n\n\n{First}\n\n{Second}\n\n\nLOAD-DATE: November 17, 2023\n\nLANGUAGE: ENGLISH\n\nCopyright 2023 The Northern Herald Company\n");

        Assert.Equal("Two Streets Will Close to Cars", article.Title);
        Assert.Equal(["Jane Doe"], article.Authors);
        Assert.Equal("The Northern Herald", article.Source);
        Assert.Equal(new DateOnly(2023, 11, 17), article.Published?.Day);
        Assert.Equal($"{First}\n\n{Second}", article.Text);
    }

    [Theory]
    [InlineData("HD television came to the harbour town last year.\n\nBY the river it was seen first.\n")]
    [InlineData("1 of 2 DOCUMENTS\n\nThe Northern Herald\n\nTwo streets\n\nLENGTH: 8 words\n\n2 of 2 DOCUMENTS\n")]
    [InlineData("1 of 1 DOCUMENT\n")]
    public void Relabel_AnythingElse_StaysAsItIs(string text) =>
        Assert.Equal(text, ArchiveExport.Relabel(text));

    private static Article Read(string text) =>
        new PlainTextArticleReader(new ArticleAssembler(new LanguageIdentifier())).Read(new SourceFile("a.txt", System.Text.Encoding.UTF8.GetBytes(text)), TestContext.Current.CancellationToken)[0].Article!;
}
