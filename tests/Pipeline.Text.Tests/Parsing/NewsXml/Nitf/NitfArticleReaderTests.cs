using System.Text;
using Pipeline.Testing;
using Pipeline.Text.Parsing;
using Pipeline.Text.Parsing.Assembly;
using Pipeline.Text.Parsing.NewsXml.Nitf;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.NewsXml.Nitf;

public sealed class NitfArticleReaderTests : ArticleReaderSuite
{
    private const string Article =
        """
        <nitf><head><title>café</title><docdata><date.issue norm="20231117T103200-0500"/></docdata></head>
        <body><body.head><hedline><hl1>Café owners back the plan</hl1></hedline></body.head>
        <body.content><p>The café owners said on Friday that they would back the plan to close two streets.</p></body.content></body></nitf>
        """;

    protected override string FileName => "a.xml";

    protected override byte[] ValidFile => Encoding.UTF8.GetBytes(Article);

    protected override byte[] MisdeclaredFile => [.. "<?xml version=\"1.0\" encoding=\"utf-16\"?>"u8, .. ValidFile];

    protected override IArticleReader CreateReader() => new NitfArticleReader(new ArticleAssembler(new LanguageIdentifier()), new ParsingOptions());

    [Fact]
    public void Read_Article_ReadsDateInItsZone()
    {
        var article = Read(ValidFile)[0].Article!;

        Assert.Equal(new PublicationDate(new DateOnly(2023, 11, 17), new TimeOnly(10, 32), TimeSpan.FromHours(-5)), article.Published);
        Assert.Equal("Café owners back the plan", article.Title);
    }

    [Theory]
    [InlineData("iso-8859-1")]
    [InlineData("windows-1252")]
    public void Read_DeclaredEncoding_IsBelieved(string encoding)
    {
        byte[] file = [.. Encoding.ASCII.GetBytes($"<?xml version=\"1.0\" encoding='{encoding}'?>"), .. Encoding.Latin1.GetBytes(Article)];

        Assert.Contains("café", Read(file)[0].Article!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Utf8DeclaredAsLatin1_IsReadAsUtf8()
    {
        byte[] file = [.. "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>"u8, .. ValidFile];

        Assert.Contains("café", Read(file)[0].Article!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Broken_NamesTheLine()
    {
        var rejection = Read(Encoding.UTF8.GetBytes(Article.Replace("</hedline>", "", StringComparison.Ordinal)))[0].Rejection!;

        Assert.Equal(RejectionReason.Malformed, rejection.Reason);
        Assert.StartsWith("Line 2 ", rejection.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Canceled_RejectsAsWithdrawn() =>
        Assert.Equal(RejectionReason.Withdrawn, Read(Encoding.UTF8.GetBytes(Article.Replace("<docdata>", "<docdata management-status=\"canceled\">", StringComparison.Ordinal)))[0].Rejection?.Reason);

    [Theory]
    [InlineData("<nitf/>", true)]
    [InlineData("<!DOCTYPE nitf [<!ENTITY a 'b'>]><nitf>", true)]
    [InlineData("<html><nitf/></html>", false)]
    [InlineData("<p>nitf", false)]
    [InlineData("nitf", false)]
    public void CanRead_Root_Decides(string text, bool expected) =>
        Assert.Equal(expected, CreateReader().CanRead(new SourceFile("a.txt", Encoding.UTF8.GetBytes(text))));
}
